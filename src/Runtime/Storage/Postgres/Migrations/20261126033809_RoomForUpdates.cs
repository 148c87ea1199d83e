using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CaseFlow.Runtime.Storage.Postgres.Migrations
{
    /// <summary>
    /// A step changes its case's row. With room left on the page the row stays there and none of the eleven indexes is written (a HOT
    /// update). Snapshots are packed with lz4, which costs a fraction of pglz; a server built without it keeps pglz.
    /// </summary>
    public partial class RoomForUpdates : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("alter table cases set (fillfactor = 75)");
            migrationBuilder.Sql(
                """
                do $$ begin
                  alter table cases alter column snapshot set compression lz4;
                exception when feature_not_supported or syntax_error or invalid_parameter_value then null;
                end $$
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("alter table cases reset (fillfactor)");
            migrationBuilder.Sql(
                """
                do $$ begin
                  alter table cases alter column snapshot set compression default;
                exception when feature_not_supported or syntax_error or invalid_parameter_value then null;
                end $$
                """);
        }
    }
}
