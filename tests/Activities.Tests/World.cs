using System.Text.Json.Nodes;
using CaseFlow.Activities.Ports;

namespace CaseFlow.Activities.Tests;

/// <summary>The world as an activity sees it, in memory.</summary>
internal sealed class World : ICaseShelf, ICaseLinks, ICaseOpening, IMessageSender, IEvaluationBook, INoticeBoard
{
    public static readonly Guid Self = new("00000000-0000-0000-0000-000000000001");

    public List<CaseText> Cases { get; } = [];

    public Dictionary<Guid, JsonNode> Answers { get; } = [];

    public List<LinkedCase> Linked { get; } = [];

    public Dictionary<Guid, ReporterEvaluation> Evaluations { get; } = [];

    public DateTimeOffset? StageEntered { get; init; }

    public List<string> Done { get; } = [];

    public static Guid Id(int n) => new(n, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]);

    public static ActivityCall Call(JsonObject? settings = null, JsonObject? variables = null) => new("k:1", "t", Self, settings ?? [], variables ?? []);

    public static CaseText Text(Guid id, string number, string title, string? place = null, string? category = null) =>
        new(id, "t", number, "complaint", "d1/s1/", title, null, category, place);

    public Task<CaseText?> FindAsync(string tenant, Guid caseId, CancellationToken cancel) => Task.FromResult(Cases.Find(row => row.CaseId == caseId));

    public Task<IReadOnlyList<CaseText>> OfKindAsync(CaseText like, bool open, int most, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<CaseText>>([.. Cases.Where(row => row.CaseId != like.CaseId).Take(most)]);

    public Task<JsonNode?> VariableAsync(Guid caseId, string name, CancellationToken cancel) => Task.FromResult(Answers.GetValueOrDefault(caseId));

    public Task<Guid?> FindByNumberAsync(string tenant, string number, CancellationToken cancel) => Task.FromResult<Guid?>(Cases.Find(row => row.Number == number)?.CaseId);

    public Task LinkAsync(Guid caseId, Guid other, string role, string back, string activity, CancellationToken cancel) => Say($"link {other:N} as {role}/{back}");

    public Task<IReadOnlyList<LinkedCase>> LinkedAsync(string tenant, Guid caseId, string role, CancellationToken cancel) => Task.FromResult<IReadOnlyList<LinkedCase>>(Linked);

    public Task<OpenedCase> OpenAsync(string key, string tenant, Guid openedBy, string flow, JsonObject variables, CancellationToken cancel)
    {
        Done.Add($"open {flow} {variables.ToJsonString()}");
        return Task.FromResult(new OpenedCase(Id(9), "9"));
    }

    public Task SendAsync(string key, string tenant, string message, string correlationKey, JsonObject variables, string activity, CancellationToken cancel) =>
        Say($"send {message} to {correlationKey} {variables.ToJsonString()} as {key}");

    public Task<ReporterEvaluation?> LatestAsync(string tenant, Guid caseId, CancellationToken cancel) => Task.FromResult(Evaluations.GetValueOrDefault(caseId));

    public Task<DateTimeOffset?> StageEnteredAsync(string tenant, Guid caseId, CancellationToken cancel) => Task.FromResult(StageEntered);

    public Task WriteAsync(string key, string tenant, Guid caseId, string text, string? english, CancellationToken cancel) => Say($"notice {text} / {english}");

    private Task Say(string what)
    {
        Done.Add(what);
        return Task.CompletedTask;
    }
}
