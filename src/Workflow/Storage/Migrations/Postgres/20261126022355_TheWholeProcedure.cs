using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace KominfoBot.Workflow.Storage.Migrations.Postgres
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
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "Origin",
                table: "Revisions",
                type: "character varying(20)",
                maxLength: 20,
                nullable: false,
                defaultValue: "Sent");

            migrationBuilder.AddColumn<string>(
                name: "Class",
                table: "Items",
                type: "character varying(20)",
                maxLength: 20,
                nullable: false,
                defaultValue: "Periodic");

            migrationBuilder.AddColumn<string>(
                name: "CorrectionNote",
                table: "Editions",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "EditReply",
                table: "Editions",
                type: "character varying(20)",
                maxLength: 20,
                nullable: false,
                defaultValue: "None");

            migrationBuilder.AddColumn<long>(
                name: "EditingById",
                table: "Editions",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "EditingByName",
                table: "Editions",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "EditingUntil",
                table: "Editions",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Endorsements",
                table: "Editions",
                type: "text",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<string>(
                name: "Lane",
                table: "Editions",
                type: "character varying(20)",
                maxLength: 20,
                nullable: false,
                defaultValue: "Ordinary");

            migrationBuilder.AddColumn<string>(
                name: "Question",
                table: "Editions",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "QuestionOpen",
                table: "Editions",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "MayEndorse",
                table: "Appointments",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "QuestionBy",
                table: "Editions",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "LookOwedSince",
                table: "Editions",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "LaneUserId",
                table: "Editions",
                type: "bigint",
                nullable: true);

            migrationBuilder.Sql("""
                UPDATE "Editions" SET "Endorsements" = json_build_array(json_build_object('memberId', "EndorsedById", 'name', (SELECT COALESCE("OfficialName", "ChatName") FROM "Members" WHERE "Members"."Id" = "EndorsedById"), 'capacity', 'Kabid', 'at', to_char("EndorsedAt" AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), 'hash', "EndorsedHash"))::text WHERE "EndorsedById" IS NOT NULL;
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
