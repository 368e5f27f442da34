using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace KominfoBot.Workflow.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class PostingRule : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Items_SkpdCode",
                table: "Items");

            migrationBuilder.AddColumn<long>(
                name: "ClosedAt",
                table: "Skpds",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Holidays",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Date = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Provisional = table.Column<bool>(type: "INTEGER", nullable: false),
                    Removed = table.Column<bool>(type: "INTEGER", nullable: false),
                    AddedById = table.Column<long>(type: "INTEGER", nullable: true),
                    RemovedById = table.Column<long>(type: "INTEGER", nullable: true),
                    ChangedAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Holidays", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "WeekClosings",
                columns: table => new
                {
                    Week = table.Column<int>(type: "INTEGER", nullable: false),
                    Figures = table.Column<string>(type: "TEXT", nullable: false),
                    FrozenAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WeekClosings", x => x.Week);
                });

            migrationBuilder.CreateTable(
                name: "WeekRecaps",
                columns: table => new
                {
                    Week = table.Column<int>(type: "INTEGER", nullable: false),
                    SkpdCode = table.Column<string>(type: "TEXT", nullable: false),
                    SkpdName = table.Column<string>(type: "TEXT", nullable: false),
                    Obligation = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Required = table.Column<int>(type: "INTEGER", nullable: false),
                    Counted = table.Column<int>(type: "INTEGER", nullable: false),
                    Provisional = table.Column<int>(type: "INTEGER", nullable: false),
                    Streak = table.Column<int>(type: "INTEGER", nullable: false),
                    SettledStreak = table.Column<int>(type: "INTEGER", nullable: false),
                    Figures = table.Column<string>(type: "TEXT", nullable: false),
                    FrozenAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WeekRecaps", x => new { x.SkpdCode, x.Week });
                });

            migrationBuilder.CreateIndex(
                name: "IX_Items_FirstPublishedAt",
                table: "Items",
                column: "FirstPublishedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Items_FirstSubmittedAt",
                table: "Items",
                column: "FirstSubmittedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Items_SkpdCode_FirstSubmittedAt",
                table: "Items",
                columns: new[] { "SkpdCode", "FirstSubmittedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_AuditEvents_At",
                table: "AuditEvents",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_Holidays_Date",
                table: "Holidays",
                column: "Date");

            migrationBuilder.CreateIndex(
                name: "IX_WeekRecaps_Week",
                table: "WeekRecaps",
                column: "Week");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Holidays");

            migrationBuilder.DropTable(
                name: "WeekClosings");

            migrationBuilder.DropTable(
                name: "WeekRecaps");

            migrationBuilder.DropIndex(
                name: "IX_Items_FirstPublishedAt",
                table: "Items");

            migrationBuilder.DropIndex(
                name: "IX_Items_FirstSubmittedAt",
                table: "Items");

            migrationBuilder.DropIndex(
                name: "IX_Items_SkpdCode_FirstSubmittedAt",
                table: "Items");

            migrationBuilder.DropIndex(
                name: "IX_AuditEvents_At",
                table: "AuditEvents");

            migrationBuilder.DropColumn(
                name: "ClosedAt",
                table: "Skpds");

            migrationBuilder.CreateIndex(
                name: "IX_Items_SkpdCode",
                table: "Items",
                column: "SkpdCode");
        }
    }
}
