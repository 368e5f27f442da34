using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace KominfoBot.Workflow.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Likeness : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "Print",
                table: "Photos",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "AcknowledgedWarnings",
                table: "Editions",
                type: "text",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "PhotoPrints",
                columns: table => new
                {
                    Key = table.Column<int>(type: "integer", nullable: false),
                    Hash = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PhotoPrints", x => new { x.Key, x.Hash });
                });

            migrationBuilder.CreateTable(
                name: "PhotoUses",
                columns: table => new
                {
                    Hash = table.Column<string>(type: "text", nullable: false),
                    EditionId = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PhotoUses", x => new { x.Hash, x.EditionId });
                });

            migrationBuilder.CreateTable(
                name: "TextPrints",
                columns: table => new
                {
                    Key = table.Column<long>(type: "bigint", nullable: false),
                    EditionId = table.Column<long>(type: "bigint", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TextPrints", x => new { x.Key, x.EditionId });
                });

            migrationBuilder.CreateIndex(
                name: "IX_PhotoUses_EditionId",
                table: "PhotoUses",
                column: "EditionId");

            migrationBuilder.CreateIndex(
                name: "IX_TextPrints_EditionId",
                table: "TextPrints",
                column: "EditionId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "PhotoPrints");

            migrationBuilder.DropTable(
                name: "PhotoUses");

            migrationBuilder.DropTable(
                name: "TextPrints");

            migrationBuilder.DropColumn(
                name: "Print",
                table: "Photos");

            migrationBuilder.DropColumn(
                name: "AcknowledgedWarnings",
                table: "Editions");
        }
    }
}
