using CaseFlow.Runtime.Storage;
using CaseFlow.Runtime.Storage.Records;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CaseFlow.Runtime.Archive;

/// <summary>A table whose rows go to the archive with their case, as the model describes it: a new column is moved without being named here.</summary>
/// <param name="Columns">Quoted: some are words of SQL.</param>
/// <param name="Key">The column that names the case.</param>
internal sealed record MovedTable(string Daily, string Archived, IReadOnlyList<string> Columns, string Key)
{
    private static readonly (Type Daily, Type Archived)[] Pairs =
    [
        (typeof(CaseEventRecord), typeof(ArchivedCaseEventRecord)), (typeof(ClockRecord), typeof(ArchivedClockRecord)), (typeof(EvaluationRecord), typeof(ArchivedEvaluationRecord)),
        (typeof(CaseLinkRecord), typeof(ArchivedCaseLinkRecord)), (typeof(NoticeRecord), typeof(ArchivedNoticeRecord)), (typeof(CaseRecord), typeof(ArchivedCaseRecord)),
    ];

    /// <summary>All of them, the case's own row last.</summary>
    public static IReadOnlyList<MovedTable> All(CaseFlowDbContext context) => [.. Pairs.Select(pair => Of(context.Model, pair.Daily, pair.Archived))];

    public string ToArchive(string ids) => $"insert into {Archived} ({Names}) select {Names} from {Daily} where {Key} in ({ids})";

    public string FromArchive(string ids, IDatabaseDialect dialect) => Daily == "case_events"
        ? dialect.RestoreEvents(Columns, $"{Key} in ({ids})")
        : $"insert into {Daily} ({Names}) select {Names} from {Archived} where {Key} in ({ids})";

    public string DeleteDaily(string ids) => $"delete from {Daily} where {Key} in ({ids})";

    public string DeleteArchived(string ids) => $"delete from {Archived} where {Key} in ({ids})";

    private string Names => string.Join(", ", Columns);

    private static MovedTable Of(IModel model, Type daily, Type archived)
    {
        var (from, to) = (model.FindEntityType(daily)!, model.FindEntityType(archived)!);
        var columns = from.GetProperties().Select(property => $"\"{property.GetColumnName()}\"");
        return new MovedTable(from.GetTableName()!, to.GetTableName()!, [.. columns], daily == typeof(CaseRecord) ? "id" : "case_id");
    }
}
