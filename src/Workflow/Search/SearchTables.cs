using Microsoft.EntityFrameworkCore.Migrations;

namespace KominfoBot.Workflow.Search;

/// <summary>What each store adds to the table of sent texts, so that words are found without reading it all; called from the migration that makes the table.</summary>
internal static class SearchTables
{
    /// <summary>
    /// FTS5 over the table's own text (external content), kept by triggers. The text is folded already: the tokenizer has nothing left to do but to part words
    /// at blanks.
    /// </summary>
    public static void Sqlite(MigrationBuilder migration)
    {
        migration.Sql("""CREATE VIRTUAL TABLE "SearchIndex" USING fts5("Text", content='Search', content_rowid='EditionId', tokenize='unicode61 remove_diacritics 0', prefix='2 3')""");
        migration.Sql($"""CREATE TRIGGER "Search_added" AFTER INSERT ON "Search" BEGIN {Add}; END""");
        migration.Sql($"""CREATE TRIGGER "Search_removed" AFTER DELETE ON "Search" BEGIN {Remove}; END""");
        migration.Sql($"""CREATE TRIGGER "Search_changed" AFTER UPDATE OF "Text" ON "Search" BEGIN {Remove}; {Add}; END""");
    }

    /// <summary>A tsvector of exactly the words that the program makes: no configuration of the server decides what a word is.</summary>
    public static void Postgres(MigrationBuilder migration)
    {
        migration.Sql("""ALTER TABLE "Search" ADD COLUMN "Lexemes" tsvector NOT NULL GENERATED ALWAYS AS (array_to_tsvector(string_to_array("Text", ' '))) STORED""");
        migration.Sql("""CREATE INDEX "IX_Search_Lexemes" ON "Search" USING gin ("Lexemes")""");
    }

    private const string Add = """INSERT INTO "SearchIndex"(rowid, "Text") VALUES (new."EditionId", new."Text")""";

    private const string Remove = """INSERT INTO "SearchIndex"("SearchIndex", rowid, "Text") VALUES ('delete', old."EditionId", old."Text")""";
}
