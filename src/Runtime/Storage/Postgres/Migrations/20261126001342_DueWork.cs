using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CaseFlow.Runtime.Storage.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class DueWork : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_outbox_not_before",
                table: "outbox");

            migrationBuilder.DropIndex(
                name: "ix_due_rows_due_at",
                table: "due_rows");

            migrationBuilder.AddColumn<string>(
                name: "activity",
                table: "outbox",
                type: "text",
                nullable: false,
                defaultValue: "",
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "tenant",
                table: "due_rows",
                type: "text",
                nullable: false,
                defaultValue: "",
                collation: "C");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "visible_at",
                table: "due_rows",
                type: "timestamp with time zone",
                nullable: false,
                defaultValue: new DateTimeOffset(new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified), new TimeSpan(0, 0, 0, 0, 0)));

            migrationBuilder.Sql(
                "update due_rows set visible_at = due_at, tenant = coalesce((select cases.tenant from cases where cases.id = due_rows.case_id), '');");

            migrationBuilder.Sql(
                "update outbox set activity = coalesce(substring(convert_from(payload, 'UTF8') from '\"activityType\":\"([^\"]*)\"'), '') where kind = 'run-activity';");

            migrationBuilder.CreateTable(
                name: "office_acts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    tenant = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    actor_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    act = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    subject = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    reason = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_office_acts", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "recomputations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    tenant = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    calendar = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    concerned = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    flow_key = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    reason = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    actor_kind = table.Column<string>(type: "text", nullable: false),
                    actor_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    requested_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    visible_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    cases_to_see = table.Column<int>(type: "integer", nullable: true),
                    cursor = table.Column<Guid>(type: "uuid", nullable: true),
                    cases_seen = table.Column<int>(type: "integer", nullable: false),
                    cases_changed = table.Column<int>(type: "integer", nullable: false),
                    clocks_changed = table.Column<int>(type: "integer", nullable: false),
                    cases_failed = table.Column<int>(type: "integer", nullable: false),
                    last_error = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    finished_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_recomputations", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_outbox_tenant_activity_not_before",
                table: "outbox",
                columns: new[] { "tenant", "activity", "not_before" },
                filter: "dead_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_due_rows_tenant_visible_at",
                table: "due_rows",
                columns: new[] { "tenant", "visible_at" });

            migrationBuilder.CreateIndex(
                name: "ix_clocks_tenant_case_id",
                table: "clocks",
                columns: new[] { "tenant", "case_id" },
                filter: "stopped_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_office_acts_tenant_at_id",
                table: "office_acts",
                columns: new[] { "tenant", "at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_recomputations_tenant_requested_at",
                table: "recomputations",
                columns: new[] { "tenant", "requested_at" });

            migrationBuilder.CreateIndex(
                name: "ix_recomputations_visible_at",
                table: "recomputations",
                column: "visible_at",
                filter: "finished_at IS NULL");

            migrationBuilder.DropColumn(
                name: "lease_until",
                table: "due_rows");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "office_acts");

            migrationBuilder.DropTable(
                name: "recomputations");

            migrationBuilder.DropIndex(
                name: "ix_outbox_tenant_activity_not_before",
                table: "outbox");

            migrationBuilder.DropIndex(
                name: "ix_due_rows_tenant_visible_at",
                table: "due_rows");

            migrationBuilder.DropIndex(
                name: "ix_clocks_tenant_case_id",
                table: "clocks");

            migrationBuilder.DropColumn(
                name: "activity",
                table: "outbox");

            migrationBuilder.DropColumn(
                name: "tenant",
                table: "due_rows");

            migrationBuilder.DropColumn(
                name: "visible_at",
                table: "due_rows");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "lease_until",
                table: "due_rows",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "ix_outbox_not_before",
                table: "outbox",
                column: "not_before",
                filter: "dead_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_due_rows_due_at",
                table: "due_rows",
                column: "due_at");
        }
    }
}
