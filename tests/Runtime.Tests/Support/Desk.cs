using CaseFlow.Engine.State;
using CaseFlow.Runtime.Queries;
using CaseFlow.Runtime.Storage;
using CaseFlow.Runtime.Work;

namespace CaseFlow.Runtime.Tests.Support;

/// <summary>What tests do with cases of the flow <c>help</c>.</summary>
internal static class Desk
{
    public static FormPost Post(params (string Key, string Value)[] values) =>
        new(values.GroupBy(value => value.Key).ToDictionary(group => group.Key, group => (IReadOnlyList<string>)[.. group.Select(value => value.Value)]));

    public static async Task<CaseState> StateAsync(this Bureau bureau, Guid caseId) =>
        (await bureau.Get<CaseStore>().LoadAsync(caseId, fresh: true))!.State;

    /// <summary>Key of the open task of an element.</summary>
    public static async Task<long> TaskAsync(this Bureau bureau, Guid caseId, string elementId) =>
        Assert.Single((await bureau.StateAsync(caseId)).Tasks.Values, task => task.ElementId == elementId).Key;

    public static async Task<long> ActionAsync(this Bureau bureau, Guid caseId, string elementId) =>
        Assert.Single((await bureau.StateAsync(caseId)).Subscriptions.Values, open => open.ElementId == elementId).Key;

    public static async Task<Outcome> CompleteAsync(this Bureau bureau, string userName, Guid caseId, string elementId, params (string Key, string Value)[] values) =>
        await bureau.Get<WorkDesk>().CompleteAsync(await bureau.ReaderAsync(userName), caseId, await bureau.TaskAsync(caseId, elementId), Post(values));

    /// <summary>A case that stands at <c>handle</c> in the unit.</summary>
    public static async Task<CaseFlow.Runtime.Intake.Received> HandledInAsync(this Bureau bureau, string unit, params (string Key, string Value)[] values)
    {
        var received = await bureau.AskAsync(values);
        Assert.IsType<Done>(await bureau.CompleteAsync("dispatch1", received.CaseId, "register", ("title", "路灯不亮"), ("unit", unit)));
        return received;
    }

    /// <summary>The page of a case as somebody sees it.</summary>
    public static async Task<CaseView?> ViewAsync(this Bureau bureau, string userName, string number) =>
        await bureau.Get<CaseQueries>().FindAsync(await bureau.ReaderAsync(userName), number);
}
