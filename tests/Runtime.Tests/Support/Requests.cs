using CaseFlow.Engine;
using CaseFlow.Runtime.Intake;

namespace CaseFlow.Runtime.Tests.Support;

/// <summary>Requests of the test's own flow, <c>help</c>.</summary>
internal static class Requests
{
    /// <summary>A folder with that flow, as <c>workflows</c> has those that ship.</summary>
    public static string Flows { get; } = Path.Combine(AppContext.BaseDirectory, "Support", "Flows");

    public static IntakeRequest Help(Actor? actor = null, string? external = null, params (string Key, string Value)[] values)
    {
        var fields = new Dictionary<string, IReadOnlyList<string>> { ["title"] = ["路灯不亮"] };
        foreach (var group in values.GroupBy(value => value.Key)) fields[group.Key] = [.. group.Select(value => value.Value)];
        return new IntakeRequest(Seeded.Tenant, "help", "web", actor, fields, External: external is null ? null : new ExternalId("test", external));
    }

    public static async Task<Received> AskAsync(this Bureau bureau, params (string Key, string Value)[] values) =>
        Assert.IsType<Received>(await bureau.Get<IntakeDesk>().SubmitAsync(Help(values: values)));
}
