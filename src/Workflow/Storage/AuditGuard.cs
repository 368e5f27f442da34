using Microsoft.EntityFrameworkCore.Migrations;

namespace KominfoBot.Workflow.Storage;

/// <summary>Makes the store itself refuse to change or delete an audit event or a revision; called from the first migration of each store.</summary>
internal static class AuditGuard
{
    private static readonly string[] Frozen = ["AuditEvents", "Revisions"];

    public static void Sqlite(MigrationBuilder migration)
    {
        foreach (var table in Frozen)
        foreach (var verb in new[] { "UPDATE", "DELETE" })
            migration.Sql($"""CREATE TRIGGER "{table}_no_{verb}" BEFORE {verb} ON "{table}" BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END""");
    }

    public static void Postgres(MigrationBuilder migration)
    {
        migration.Sql("""CREATE FUNCTION append_only() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$""");
        foreach (var table in Frozen)
            migration.Sql($"""CREATE TRIGGER "{table}_append_only" BEFORE UPDATE OR DELETE ON "{table}" FOR EACH ROW EXECUTE FUNCTION append_only()""");
    }
}
