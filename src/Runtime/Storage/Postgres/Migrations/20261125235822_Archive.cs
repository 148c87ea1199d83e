using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CaseFlow.Runtime.Storage.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Archive : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_cases_tenant_flow_key_flow_version_status",
                table: "cases");

            migrationBuilder.AddColumn<string>(
                name: "erased_by",
                table: "people",
                type: "text",
                nullable: true,
                collation: "C");

            migrationBuilder.CreateTable(
                name: "archived_case_events",
                columns: table => new
                {
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    sequence = table.Column<long>(type: "bigint", nullable: false),
                    tenant = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    type = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    actor_kind = table.Column<string>(type: "text", nullable: false),
                    actor_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    on_behalf_of = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    cause = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    payload = table.Column<byte[]>(type: "bytea", nullable: false),
                    hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    position = table.Column<long>(type: "bigint", nullable: false),
                    transaction_id = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_archived_case_events", x => new { x.case_id, x.sequence });
                });

            migrationBuilder.CreateTable(
                name: "archived_case_links",
                columns: table => new
                {
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    other_case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    role = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    tenant = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_archived_case_links", x => new { x.case_id, x.other_case_id, x.role });
                });

            migrationBuilder.CreateTable(
                name: "archived_cases",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    tenant = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    number = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    unit_code = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    unit_path = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    flow_key = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    flow_version = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    status = table.Column<string>(type: "text", nullable: false),
                    closure = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    title = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    description = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    category = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    urgency = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    place = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    grid_code = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    reporter_id = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    channel = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    external_source = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    external_id = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    received_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    started_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    closed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    due = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    stage = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    snapshot = table.Column<byte[]>(type: "bytea", nullable: false),
                    head_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    follow_code_hash = table.Column<byte[]>(type: "bytea", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_archived_cases", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "archived_clocks",
                columns: table => new
                {
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    clock_key = table.Column<long>(type: "bigint", nullable: false),
                    tenant = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    unit_code = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    unit_path = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    flow_key = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    clock_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    rule = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    amount = table.Column<decimal>(type: "numeric", nullable: false),
                    started_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    due = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    paused_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    warned_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    breached_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    escalated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    stopped_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    met = table.Column<bool>(type: "boolean", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_archived_clocks", x => new { x.case_id, x.clock_key });
                });

            migrationBuilder.CreateTable(
                name: "archived_evaluations",
                columns: table => new
                {
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    sequence = table.Column<long>(type: "bigint", nullable: false),
                    tenant = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    unit_code = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    unit_path = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    flow_key = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    kind = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    element_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    by = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    of = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    score = table.Column<int>(type: "integer", nullable: true),
                    solved = table.Column<bool>(type: "boolean", nullable: true),
                    comment = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    actor_id = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_archived_evaluations", x => new { x.case_id, x.sequence });
                });

            migrationBuilder.CreateTable(
                name: "archived_notices",
                columns: table => new
                {
                    id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    tenant = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    english = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_archived_notices", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "case_holds",
                columns: table => new
                {
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    tenant = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    number = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    reason = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    actor_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_case_holds", x => x.case_id);
                });

            migrationBuilder.CreateTable(
                name: "deleted_cases",
                columns: table => new
                {
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    tenant = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    number = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    kind = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    flow_key = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    closed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    head_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    deleted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    rule = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    rule_text = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    export_file = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_deleted_cases", x => x.case_id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_tasks_tenant_sort_due_case_id_task_key",
                table: "tasks",
                columns: new[] { "tenant", "sort_due", "case_id", "task_key" });

            migrationBuilder.CreateIndex(
                name: "ix_people_tenant_created_at_id",
                table: "people",
                columns: new[] { "tenant", "created_at", "id" },
                filter: "erased_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_people_tenant_name",
                table: "people",
                columns: new[] { "tenant", "name" });

            migrationBuilder.CreateIndex(
                name: "ix_cases_closed_at_id",
                table: "cases",
                columns: new[] { "closed_at", "id" },
                filter: "closed_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_cases_tenant_flow_key_flow_version_status_id",
                table: "cases",
                columns: new[] { "tenant", "flow_key", "flow_version", "status", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_cases_tenant_place_received_at_id",
                table: "cases",
                columns: new[] { "tenant", "place", "received_at", "id" },
                filter: "place IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_cases_tenant_received_at_id",
                table: "cases",
                columns: new[] { "tenant", "received_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_cases_tenant_unit_path_status_due_id",
                table: "cases",
                columns: new[] { "tenant", "unit_path", "status", "due", "id" },
                filter: "status = 'Active'");

            migrationBuilder.CreateIndex(
                name: "ix_archived_case_events_tenant_actor_id_position",
                table: "archived_case_events",
                columns: new[] { "tenant", "actor_id", "position" });

            migrationBuilder.CreateIndex(
                name: "ix_archived_case_events_tenant_position",
                table: "archived_case_events",
                columns: new[] { "tenant", "position" });

            migrationBuilder.CreateIndex(
                name: "ix_archived_cases_tenant_external_source_external_id",
                table: "archived_cases",
                columns: new[] { "tenant", "external_source", "external_id" },
                unique: true,
                filter: "external_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_archived_cases_tenant_kind_closed_at_id",
                table: "archived_cases",
                columns: new[] { "tenant", "kind", "closed_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_archived_cases_tenant_number",
                table: "archived_cases",
                columns: new[] { "tenant", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_archived_cases_tenant_place_received_at_id",
                table: "archived_cases",
                columns: new[] { "tenant", "place", "received_at", "id" },
                filter: "place IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_archived_cases_tenant_received_at_id",
                table: "archived_cases",
                columns: new[] { "tenant", "received_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_archived_cases_tenant_reporter_id_received_at",
                table: "archived_cases",
                columns: new[] { "tenant", "reporter_id", "received_at" },
                filter: "reporter_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_archived_cases_tenant_unit_path_received_at_id",
                table: "archived_cases",
                columns: new[] { "tenant", "unit_path", "received_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_archived_notices_case_id_at",
                table: "archived_notices",
                columns: new[] { "case_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_case_holds_tenant_number",
                table: "case_holds",
                columns: new[] { "tenant", "number" });

            migrationBuilder.CreateIndex(
                name: "ix_deleted_cases_tenant_deleted_at_case_id",
                table: "deleted_cases",
                columns: new[] { "tenant", "deleted_at", "case_id" });

            migrationBuilder.CreateIndex(
                name: "ix_deleted_cases_tenant_number",
                table: "deleted_cases",
                columns: new[] { "tenant", "number" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "archived_case_events");

            migrationBuilder.DropTable(
                name: "archived_case_links");

            migrationBuilder.DropTable(
                name: "archived_cases");

            migrationBuilder.DropTable(
                name: "archived_clocks");

            migrationBuilder.DropTable(
                name: "archived_evaluations");

            migrationBuilder.DropTable(
                name: "archived_notices");

            migrationBuilder.DropTable(
                name: "case_holds");

            migrationBuilder.DropTable(
                name: "deleted_cases");

            migrationBuilder.DropIndex(
                name: "ix_tasks_tenant_sort_due_case_id_task_key",
                table: "tasks");

            migrationBuilder.DropIndex(
                name: "ix_people_tenant_created_at_id",
                table: "people");

            migrationBuilder.DropIndex(
                name: "ix_people_tenant_name",
                table: "people");

            migrationBuilder.DropIndex(
                name: "ix_cases_closed_at_id",
                table: "cases");

            migrationBuilder.DropIndex(
                name: "ix_cases_tenant_flow_key_flow_version_status_id",
                table: "cases");

            migrationBuilder.DropIndex(
                name: "ix_cases_tenant_place_received_at_id",
                table: "cases");

            migrationBuilder.DropIndex(
                name: "ix_cases_tenant_received_at_id",
                table: "cases");

            migrationBuilder.DropIndex(
                name: "ix_cases_tenant_unit_path_status_due_id",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "erased_by",
                table: "people");

            migrationBuilder.CreateIndex(
                name: "ix_cases_tenant_flow_key_flow_version_status",
                table: "cases",
                columns: new[] { "tenant", "flow_key", "flow_version", "status" });
        }
    }
}
