using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace KominfoBot.Workflow.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class FindPublications : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Publications_CategoryCode_PublishedAt",
                table: "Publications");

            migrationBuilder.DropIndex(
                name: "IX_Publications_SkpdCode_PublishedAt",
                table: "Publications");

            migrationBuilder.DropIndex(
                name: "IX_Publications_Status_PublishedAt",
                table: "Publications");

            migrationBuilder.AddColumn<long>(
                name: "Ordinal",
                table: "Publications",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "Place",
                table: "Publications",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.Sql("""
                UPDATE "Publications" SET "Ordinal" = ranked."Ordinal", "Place" = ranked."Place" FROM (
                  SELECT "Number", row_number() OVER (ORDER BY "PublishedAt", "Number") AS "Ordinal",
                    (extract(epoch FROM "PublishedAt") * 10000000)::bigint + 621355968000000000 + row_number() OVER (PARTITION BY "PublishedAt" ORDER BY "Number") - 1 AS "Place"
                  FROM "Publications") ranked
                WHERE ranked."Number" = "Publications"."Number"
                """);

            migrationBuilder.CreateIndex(
                name: "IX_Publications_CategoryCode_Place",
                table: "Publications",
                columns: new[] { "CategoryCode", "Place" },
                filter: "\"Status\" <> 'Retracted'");

            migrationBuilder.CreateIndex(
                name: "IX_Publications_ItemId",
                table: "Publications",
                column: "ItemId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Publications_Live",
                table: "Publications",
                column: "Place",
                filter: "\"Status\" <> 'Retracted'");

            migrationBuilder.CreateIndex(
                name: "IX_Publications_ModifiedAt",
                table: "Publications",
                column: "ModifiedAt",
                filter: "\"Status\" = 'Retracted'");

            migrationBuilder.CreateIndex(
                name: "IX_Publications_Ordinal",
                table: "Publications",
                column: "Ordinal",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Publications_Place",
                table: "Publications",
                column: "Place",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Publications_SkpdCode_Place",
                table: "Publications",
                columns: new[] { "SkpdCode", "Place" },
                filter: "\"Status\" <> 'Retracted'");

            PublicationWords.Postgres(migrationBuilder);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("""DROP TRIGGER "Publications_words" ON "Publications"; DROP FUNCTION publication_words(); DROP TABLE "PublicationWords" """);

            migrationBuilder.DropIndex(
                name: "IX_Publications_CategoryCode_Place",
                table: "Publications");

            migrationBuilder.DropIndex(
                name: "IX_Publications_ItemId",
                table: "Publications");

            migrationBuilder.DropIndex(
                name: "IX_Publications_Live",
                table: "Publications");

            migrationBuilder.DropIndex(
                name: "IX_Publications_ModifiedAt",
                table: "Publications");

            migrationBuilder.DropIndex(
                name: "IX_Publications_Ordinal",
                table: "Publications");

            migrationBuilder.DropIndex(
                name: "IX_Publications_Place",
                table: "Publications");

            migrationBuilder.DropIndex(
                name: "IX_Publications_SkpdCode_Place",
                table: "Publications");

            migrationBuilder.DropColumn(
                name: "Ordinal",
                table: "Publications");

            migrationBuilder.DropColumn(
                name: "Place",
                table: "Publications");

            migrationBuilder.CreateIndex(
                name: "IX_Publications_CategoryCode_PublishedAt",
                table: "Publications",
                columns: new[] { "CategoryCode", "PublishedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Publications_SkpdCode_PublishedAt",
                table: "Publications",
                columns: new[] { "SkpdCode", "PublishedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Publications_Status_PublishedAt",
                table: "Publications",
                columns: new[] { "Status", "PublishedAt" });
        }
    }
}
