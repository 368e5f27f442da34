using Microsoft.EntityFrameworkCore.Migrations;

namespace KominfoBot.Workflow.Storage;

/// <summary>Makes the store itself refuse to change or delete an audit event or a revision; called from the first migration of each store.</summary>
internal static class AuditGuard
{
    private static readonly string[] Frozen = ["AuditEvents", "Revisions"];

    private static readonly string[] Verbs = ["UPDATE", "DELETE"];

    public static IEnumerable<string> SqliteFreeze
        => from table in Frozen from verb in Verbs select $"""CREATE TRIGGER "{table}_no_{verb}" BEFORE {verb} ON "{table}" BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END""";

    public static IEnumerable<string> SqliteThaw => from table in Frozen from verb in Verbs select $"""DROP TRIGGER "{table}_no_{verb}" """;

    public static IEnumerable<string> PostgresFreeze
        => from table in Frozen select $"""CREATE TRIGGER "{table}_append_only" BEFORE UPDATE OR DELETE ON "{table}" FOR EACH ROW EXECUTE FUNCTION append_only()""";

    public static IEnumerable<string> PostgresThaw => from table in Frozen select $"""DROP TRIGGER "{table}_append_only" ON "{table}" """;

    public static void Sqlite(MigrationBuilder migration)
    {
        foreach (var statement in SqliteFreeze) migration.Sql(statement);
    }

    public static void Postgres(MigrationBuilder migration)
    {
        migration.Sql("""CREATE FUNCTION append_only() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$""");
        foreach (var statement in PostgresFreeze) migration.Sql(statement);
    }
}
