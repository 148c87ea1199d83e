using CaseFlow.Engine.Feel;
using CaseFlow.Runtime.Archive;
using CaseFlow.Runtime.Directory;
using CaseFlow.Runtime.People;
using CaseFlow.Runtime.Publishing;
using CaseFlow.Runtime.Storage;
using CaseFlow.Runtime.Work;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Runtime.Queries;

/// <summary>Puts a case's page together.</summary>
internal sealed class CaseViews(Database database, FlowLibrary flows, OpenWork work, CaseHistory history)
{
    public async Task<CaseView> BuildAsync(Reader reader, OpenedCase opened, CancellationToken cancel)
    {
        await using var context = database.Open(ReadScope.Whole(opened.Tenant));
        var (state, flow) = (opened.State, opened.Flow.Main);
        var past = await history.ReadAsync(context, opened, cancel);
        var closedAt = await new CaseTables(context, opened.Archived).Cases.Where(row => row.Id == opened.Id).Select(row => row.ClosedAt).SingleOrDefaultAsync(cancel);
        return new CaseView(
            opened.Id, state.Version, state.Facts.Number, Text(opened, "title"), Text(opened, "description"), state.Facts.Kind, flow.Name, state.Flow.Key, state.Flow.Version,
            state.Status.ToString(), opened.Flow.ClosureName(state.Closure), opened.Unit.Code, opened.Unit.Name, state.Facts.Channel, Text(opened, "category"), Text(opened, "urgency"),
            Text(opened, "place"), state.Facts.ReceivedAt, closedAt, await ReporterAsync(opened, masked: true, cancel),
            Stages.Of(opened), past.Clocks, await work.TasksAsync(reader, opened, cancel), await work.ActionsAsync(reader, opened, cancel), OpenWork.AdHocSteps(reader, opened),
            past.Documents, past.Links, past.Evaluations, IncidentViews.Of(opened), Facts.Of(opened, await work.StartFormAsync(opened, cancel)),
            flows.Bpmn(opened.Tenant, state.Flow), [.. state.LiveElements.Distinct()], past.FinishedElements)
        {
            Archived = opened.Archived,
        };
    }

    /// <summary>The reporter as the register knows them; null when the case has none or they were erased.</summary>
    public async Task<PersonView?> ReporterAsync(OpenedCase opened, bool masked, CancellationToken cancel)
    {
        if (opened.State.Facts.ReporterId is not { } id) return null;
        await using var context = database.Open(ReadScope.Whole(opened.Tenant));
        var person = await context.People.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancel);
        if (person is null || person.ErasedAt is not null) return null;
        return masked
            ? new PersonView(id, Masking.Name(person.Name), Masking.Phone(person.Phone), Masking.Address(person.Address), true)
            : new PersonView(id, person.Name, person.Phone, person.Address, false);
    }

    private static string? Text(OpenedCase opened, string variable) => (opened.State.Variables.Find(variable) as FeelString)?.Value;
}
