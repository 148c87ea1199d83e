using System.Globalization;
using CaseFlow.Runtime.Storage;
using CaseFlow.Runtime.Storage.Commits;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CaseFlow.Benchmarks.Durable;

/// <summary>The same rows through EF Core: a pooled context, nothing read, one SaveChanges.</summary>
internal sealed class EfWriter(IDbContextFactory<CaseFlowDbContext> contexts, Func<long>? position) : IStepWriter
{
    public async Task WriteAsync(IReadOnlyList<CaseCommit> steps)
    {
        await using var context = await contexts.CreateDbContextAsync();
        context.ChangeTracker.AutoDetectChangesEnabled = false;
        foreach (var step in steps)
        {
            Track(context, step.Case);
            foreach (var values in EventColumns.Rows(step, position)) context.Add(Filled(context, "case_events", EventColumns.Names, values));
            foreach (var row in step.Rows) Track(context, row);
        }

        await context.SaveChangesAsync();
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static void Track(CaseFlowDbContext context, RowWrite row)
    {
        var names = row.Statement.Parameters.Select(column => column.Name).ToArray();
        var entry = context.Entry(Filled(context, row.Statement.Table, names, row.Values));
        switch (row.Statement.Kind)
        {
            case StatementKind.Delete:
                entry.State = EntityState.Deleted;
                return;
            case StatementKind.Update:
                entry.State = EntityState.Unchanged;
                foreach (var column in row.Statement.Written) Property(entry, column.Name).IsModified = true;
                // The version is written and expected.
                if (names[^1] == "version") Property(entry, "version").OriginalValue = row.Values[^1];
                return;
            default:
                entry.State = EntityState.Added;
                return;
        }
    }

    private static PropertyEntry Property(EntityEntry entry, string column) => entry.Property(entry.Metadata.GetProperties().First(property => property.GetColumnName() == column).Name);

    private static object Filled(CaseFlowDbContext context, string table, string[] columns, object?[] values)
    {
        var type = context.Model.GetEntityTypes().First(type => type.GetTableName() == table);
        var record = Activator.CreateInstance(type.ClrType)!;
        // The last value of a column counts: an update names the version as written first and as expected after.
        for (var at = values.Length - 1; at >= 0; at--)
            if (values[at] is { } value && type.GetProperties().First(property => property.GetColumnName() == columns[at]) is var property)
                property.PropertyInfo!.SetValue(record, Converted(property, value));
        return record;
    }

    private static object Converted(IProperty property, object value)
    {
        var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
        if (type.IsEnum) return Enum.Parse(type, (string)value);
        return type == typeof(int) ? Convert.ToInt32(value, CultureInfo.InvariantCulture) : value;
    }
}
