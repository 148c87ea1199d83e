using CaseFlow.Activities;
using CaseFlow.Activities.Ports;
using CaseFlow.Runtime.Archive;
using CaseFlow.Runtime.Directory;
using CaseFlow.Runtime.Intake;
using CaseFlow.Runtime.Ports;
using CaseFlow.Runtime.Publishing;
using CaseFlow.Runtime.Running;
using CaseFlow.Runtime.Storage;
using CaseFlow.Runtime.Storage.Commits;
using CaseFlow.Runtime.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;
using static CaseFlow.Runtime.Tests.Support.TestFlows;

namespace CaseFlow.Runtime.Tests.Outbox;

/// <summary>A case that opens another: what passes is tried again as the flow says, what never will is told at once.</summary>
public sealed class CaseOpeningTests
{
    [Fact]
    public async Task A_database_that_is_away_is_tried_again_and_a_flow_that_is_not_there_is_not()
    {
        await using var bureau = await Bureau.OpenAsync();
        await bureau.PublishAsync("other", Bpmn($"""<bpmn:startEvent id="s" />{Flow("s", "a")}<bpmn:userTask id="a" name="A" />{Flow("a", "e")}<bpmn:endEvent id="e" />"""));
        var opening = Opening(bureau, new CaseStore(new Away(), bureau.Get<CaseArchive>()));

        await Assert.ThrowsAsync<InvalidOperationException>(() => OpenAsync(opening, "other"));
        await Assert.ThrowsAsync<SettingException>(() => OpenAsync(opening, "none"));
        Assert.NotNull(await OpenAsync(Opening(bureau, bureau.Get<CaseStore>()), "other"));
    }

    private static Task<OpenedCase> OpenAsync(CaseOpening opening, string flow) => opening.OpenAsync("k1", Tenant, Guid.CreateVersion7(Commits.At), flow, [], default);

    private static CaseOpening Opening(Bureau bureau, CaseStore store)
    {
        var runner = new CaseRunner(
            store, bureau.Get<Worlds>(), bureau.Get<UnitDirectory>(), bureau.Get<CaseGate>(), bureau.Get<CommitSignals>(), bureau.Time, NullLogger<CaseRunner>.Instance);
        var opener = new CaseOpener(bureau.Database, bureau.Get<FlowLibrary>(), bureau.Get<CalendarLibrary>(), bureau.Get<CaseNumbers>(), runner, bureau.Get<FaultPoints>());
        return new CaseOpening(bureau.Database, opener);
    }

    private sealed class Away : ICaseDatabase
    {
        public Task<StoredCase?> ReadAsync(Guid caseId, CancellationToken cancel) => throw new StorageUnavailableException("away");

        public Task<IReadOnlyList<(Guid CaseId, StoredCase Case)>> ReadManyAsync(IReadOnlyList<Guid> cases, CancellationToken cancel) => throw new StorageUnavailableException("away");

        public Task<CommitResult> CommitAsync(CaseCommit commit, CancellationToken cancel) => throw new StorageUnavailableException("away");
    }
}
