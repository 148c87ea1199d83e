using CaseFlow.Engine;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Commands;
using CaseFlow.Runtime.Running;

namespace CaseFlow.Runtime.Documents;

/// <summary>Ties documents that were put aside to a case; a document that somebody else tied meanwhile stays theirs.</summary>
internal sealed class Attachments(CaseRunner runner)
{
    public async Task AttachAsync(Guid caseId, IReadOnlyList<DocumentFacts> documents, Actor actor, CancellationToken cancel)
    {
        foreach (var document in documents)
            await runner.AdvanceAsync(caseId, new AttachDocument(actor, document), [DocumentStore.TieTo(caseId, document)], cancel);
    }
}
