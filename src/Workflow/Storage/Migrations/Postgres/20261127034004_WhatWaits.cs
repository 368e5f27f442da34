using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace KominfoBot.Workflow.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class WhatWaits : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_ToSend_Slot_State",
                table: "ToSend");

            migrationBuilder.DropIndex(
                name: "IX_ToSend_State_NotBefore",
                table: "ToSend");

            migrationBuilder.DropIndex(
                name: "IX_Received_State",
                table: "Received");

            migrationBuilder.CreateIndex(
                name: "IX_ToSend_Waiting",
                table: "ToSend",
                column: "Sequence",
                filter: "\"State\" = 0");

            migrationBuilder.CreateIndex(
                name: "IX_ToSend_WaitingSlot",
                table: "ToSend",
                columns: new[] { "Slot", "ChatId" },
                filter: "\"State\" = 0");

            migrationBuilder.CreateIndex(
                name: "IX_Received_Failed",
                table: "Received",
                column: "Sequence",
                filter: "\"State\" = 2");

            migrationBuilder.CreateIndex(
                name: "IX_Received_Waiting",
                table: "Received",
                column: "Sequence",
                filter: "\"State\" = 0");

            migrationBuilder.CreateIndex(
                name: "IX_Received_WaitingLane",
                table: "Received",
                columns: new[] { "Lane", "Sequence" },
                filter: "\"State\" = 0");

            migrationBuilder.CreateIndex(
                name: "IX_Items_CreatedAt",
                table: "Items",
                column: "CreatedAt");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_ToSend_Waiting",
                table: "ToSend");

            migrationBuilder.DropIndex(
                name: "IX_ToSend_WaitingSlot",
                table: "ToSend");

            migrationBuilder.DropIndex(
                name: "IX_Received_Failed",
                table: "Received");

            migrationBuilder.DropIndex(
                name: "IX_Received_Waiting",
                table: "Received");

            migrationBuilder.DropIndex(
                name: "IX_Received_WaitingLane",
                table: "Received");

            migrationBuilder.DropIndex(
                name: "IX_Items_CreatedAt",
                table: "Items");

            migrationBuilder.CreateIndex(
                name: "IX_ToSend_Slot_State",
                table: "ToSend",
                columns: new[] { "Slot", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_ToSend_State_NotBefore",
                table: "ToSend",
                columns: new[] { "State", "NotBefore" });

            migrationBuilder.CreateIndex(
                name: "IX_Received_State",
                table: "Received",
                column: "State");
        }
    }
}
