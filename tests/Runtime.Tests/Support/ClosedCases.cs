using CaseFlow.Engine;
using CaseFlow.Engine.Commands;
using CaseFlow.Runtime.Archive;
using CaseFlow.Runtime.Ledger;
using CaseFlow.Runtime.Outbox;
using CaseFlow.Runtime.Running;

namespace CaseFlow.Runtime.Tests.Support;

/// <summary>Cases that are over.</summary>
internal static class ClosedCases
{
    /// <summary>A case of s1 that was handled and then ended.</summary>
    public static async Task<Guid> ClosedAsync(this Bureau bureau, params (string Key, string Value)[] values)
    {
        var received = await bureau.HandledInAsync("s1", values);
        Assert.IsType<Ran>(await bureau.Get<CaseRunner>().AdvanceAsync(received.CaseId, new TerminateCase(Actor.System, "办结")));
        await bureau.Get<OutboxDispatcher>().SweepAsync(default);
        return received.CaseId;
    }

    /// <summary>Lets the time go by after which closed cases are archived, and archives them. Leaves an open case in s2.</summary>
    public static async Task ArchiveAsync(this Bureau bureau)
    {
        await bureau.HandledInAsync("s2");
        await bureau.Get<Sealer>().SealAsync();
        bureau.Time.Advance(TimeSpan.FromDays(91));
        Assert.NotEqual(0, await bureau.Get<Archiver>().RunAsync(default));
    }

    /// <summary>One case in the archive, beside those that are there.</summary>
    public static async Task ArchiveOneAsync(this Bureau bureau)
    {
        await bureau.ClosedAsync();
        await bureau.ArchiveAsync();
    }
}
