using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace KominfoBot.Workflow.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class PushAndSites : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Pushes",
                columns: table => new
                {
                    Url = table.Column<string>(type: "TEXT", nullable: false),
                    Cursor = table.Column<long>(type: "INTEGER", nullable: false),
                    Attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    TryAt = table.Column<long>(type: "INTEGER", nullable: false),
                    LastError = table.Column<string>(type: "TEXT", nullable: true),
                    FailingSince = table.Column<long>(type: "INTEGER", nullable: true),
                    ToldAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Pushes", x => x.Url);
                });

            migrationBuilder.CreateTable(
                name: "SiteFeeds",
                columns: table => new
                {
                    SkpdCode = table.Column<string>(type: "TEXT", nullable: false),
                    Url = table.Column<string>(type: "TEXT", nullable: false),
                    ETag = table.Column<string>(type: "TEXT", nullable: true),
                    LastModified = table.Column<string>(type: "TEXT", nullable: true),
                    TryAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    LastError = table.Column<string>(type: "TEXT", nullable: true),
                    ReadAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SiteFeeds", x => x.SkpdCode);
                });

            migrationBuilder.CreateTable(
                name: "SiteItems",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    SkpdCode = table.Column<string>(type: "TEXT", nullable: false),
                    ItemId = table.Column<string>(type: "TEXT", nullable: false),
                    Url = table.Column<string>(type: "TEXT", nullable: false),
                    Title = table.Column<string>(type: "TEXT", nullable: false),
                    Summary = table.Column<string>(type: "TEXT", nullable: true),
                    PublishedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    SeenAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Hidden = table.Column<bool>(type: "INTEGER", nullable: false),
                    HiddenReason = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SiteItems", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_SiteItems_PublishedAt",
                table: "SiteItems",
                column: "PublishedAt");

            migrationBuilder.CreateIndex(
                name: "IX_SiteItems_SkpdCode_ItemId",
                table: "SiteItems",
                columns: new[] { "SkpdCode", "ItemId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SiteItems_SkpdCode_SeenAt",
                table: "SiteItems",
                columns: new[] { "SkpdCode", "SeenAt" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Pushes");

            migrationBuilder.DropTable(
                name: "SiteFeeds");

            migrationBuilder.DropTable(
                name: "SiteItems");
        }
    }
}
