using Microsoft.EntityFrameworkCore.Migrations;

namespace KominfoBot.Workflow.Storage;

/// <summary>A search in <see cref="PublicationWords"/>.</summary>
/// <param name="Words">Folded words and tags, all of which must be there; at least one.</param>
/// <param name="Beginning">The last word may go on.</param>
/// <param name="From">Lowest place; null: any.</param>
/// <param name="Before">Places below this; null: any.</param>
internal sealed record WordSearch(IReadOnlyList<string> Words, bool Beginning, long? From, long? Before, int Skip, int Count)
{
    /// <summary>
    /// How many of the newest items are looked through one by one before the index is asked. What is frequent is found among them at once, where the index
    /// would gather and sort all its matches; what is not found there is rare, so that gathering is quick.
    /// </summary>
    public const int Window = 2_000;

    public bool FitsWindow => Skip + Count <= Window;
}

/// <summary>
/// The search index of what is live, in each store's own kind: an FTS5 table in SQLite, a GIN index over a tsvector in PostgreSQL. Both hold whole words
/// without their positions under the publication's place, so that the newest that match are read off without sorting all that match. Agency and category
/// stand in it as tags, so a search within one of them reads nothing else. Triggers of the store keep it: no writer can forget it.
/// </summary>
internal static class PublicationWords
{
    /// <summary>Of the indexes that only hold what is live; the queries that they serve say the very same.</summary>
    public const string Live = "\"Status\" <> 'Retracted'";

    public const string Retracted = "\"Status\" = 'Retracted'";

    /// <summary>Folded words consist of letters and digits, so nobody can type a tag.</summary>
    public static string SkpdTag(string code) => "skpd_" + Tag(code);

    public static string CategoryTag(string code) => "kategori_" + Tag(code);

    private static string Tag(string code) => code.ToLowerInvariant().Replace('-', '_').Replace('.', '_');

    /// <summary>What is found of a row of Publications.</summary>
    internal static string Words(string row)
        => $"""{row}."SearchText" || ' skpd_' || replace(replace(lower({row}."SkpdCode"), '-', '_'), '.', '_') || ' kategori_' || replace(replace(lower({row}."CategoryCode"), '-', '_'), '.', '_')""";

    public static void Sqlite(MigrationBuilder migration)
    {
        // The ascii tokenizer parts at blanks only: what lies past ASCII belongs to words, and the text was folded by us.
        migration.Sql("""CREATE VIRTUAL TABLE "PublicationWords" USING fts5("Words", content='', contentless_delete=1, detail=none, tokenize="ascii tokenchars '_'")""");
        migration.Sql($"""INSERT INTO "PublicationWords"(rowid, "Words") SELECT each."Place", {Words("each")} FROM "Publications" each WHERE each.{Live}""");
        migration.Sql($"""
            CREATE TRIGGER "Publications_words_added" AFTER INSERT ON "Publications" WHEN new.{Live}
            BEGIN INSERT INTO "PublicationWords"(rowid, "Words") VALUES (new."Place", {Words("new")}); END
            """);
        migration.Sql($"""
            CREATE TRIGGER "Publications_words_changed" AFTER UPDATE ON "Publications"
            BEGIN
              DELETE FROM "PublicationWords" WHERE rowid = old."Place";
              INSERT INTO "PublicationWords"(rowid, "Words") SELECT new."Place", {Words("new")} WHERE new.{Live};
            END
            """);
        migration.Sql("""CREATE TRIGGER "Publications_words_removed" AFTER DELETE ON "Publications" BEGIN DELETE FROM "PublicationWords" WHERE rowid = old."Place"; END""");
    }

    public static void Postgres(MigrationBuilder migration)
    {
        migration.Sql("""CREATE TABLE "PublicationWords" ("Place" bigint PRIMARY KEY, "Words" tsvector NOT NULL)""");
        migration.Sql($"""INSERT INTO "PublicationWords" SELECT each."Place", array_to_tsvector(string_to_array({Words("each")}, ' ')) FROM "Publications" each WHERE each.{Live}""");
        migration.Sql("""CREATE INDEX "IX_PublicationWords_Words" ON "PublicationWords" USING gin ("Words")""");
        migration.Sql($"""
            CREATE FUNCTION publication_words() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
              IF TG_OP <> 'INSERT' THEN DELETE FROM "PublicationWords" WHERE "Place" = old."Place"; END IF;
              IF TG_OP <> 'DELETE' AND new.{Live} THEN
                INSERT INTO "PublicationWords" VALUES (new."Place", array_to_tsvector(string_to_array({Words("new")}, ' ')));
              END IF;
              RETURN NULL;
            END $$
            """);
        migration.Sql("""CREATE TRIGGER "Publications_words" AFTER INSERT OR UPDATE OR DELETE ON "Publications" FOR EACH ROW EXECUTE FUNCTION publication_words()""");
    }
}
