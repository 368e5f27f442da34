using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace KominfoBot.Workflow.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class TheWholeProcedure : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "HeadApproves",
                table: "Skpds",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "Origin",
                table: "Revisions",
                type: "TEXT",
                maxLength: 20,
                nullable: false,
                defaultValue: "Sent");

            migrationBuilder.AddColumn<string>(
                name: "Class",
                table: "Items",
                type: "TEXT",
                maxLength: 20,
                nullable: false,
                defaultValue: "Periodic");

            migrationBuilder.AddColumn<string>(
                name: "CorrectionNote",
                table: "Editions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "EditReply",
                table: "Editions",
                type: "TEXT",
                maxLength: 20,
                nullable: false,
                defaultValue: "None");

            migrationBuilder.AddColumn<long>(
                name: "EditingById",
                table: "Editions",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "EditingByName",
                table: "Editions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "EditingUntil",
                table: "Editions",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Endorsements",
                table: "Editions",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<string>(
                name: "Lane",
                table: "Editions",
                type: "TEXT",
                maxLength: 20,
                nullable: false,
                defaultValue: "Ordinary");

            migrationBuilder.AddColumn<string>(
                name: "Question",
                table: "Editions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "QuestionOpen",
                table: "Editions",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "MayEndorse",
                table: "Appointments",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "QuestionBy",
                table: "Editions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "LookOwedSince",
                table: "Editions",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "LaneUserId",
                table: "Editions",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.Sql("""
                UPDATE "Editions" SET "Endorsements" = json_array(json_object('memberId', "EndorsedById", 'name', (SELECT COALESCE("OfficialName", "ChatName") FROM "Members" WHERE "Members"."Id" = "EndorsedById"), 'capacity', 'Kabid', 'at', strftime('%Y-%m-%dT%H:%M:%SZ', "EndorsedAt" / 10000000 - 62135596800, 'unixepoch'), 'hash', "EndorsedHash")) WHERE "EndorsedById" IS NOT NULL;
                """);

            migrationBuilder.DropColumn(
                name: "EndorsedById",
                table: "Editions");

            migrationBuilder.DropColumn(
                name: "EndorsedAt",
                table: "Editions");

            migrationBuilder.DropColumn(
                name: "EndorsedHash",
                table: "Editions");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
            => throw new NotSupportedException("Migrations go forward only; restore the backup that was made before.");
    }
}
