using CaseFlow.Engine;
using CaseFlow.Runtime.Storage.Records;

namespace CaseFlow.Runtime.Ledger;

/// <summary>Recomputes one case's chain, event by event.</summary>
internal sealed class CaseChain(Guid caseId, string? number)
{
    private byte[] _head = EventHash.Genesis(caseId);

    public long Sequence { get; private set; }

    public byte[] Head => _head;

    public ChainFault? Next(CaseEventRecord e)
    {
        if (e.Sequence != Sequence + 1)
            return Fault("event-missing", Sequence + 1, $"Expected event {Sequence + 1}, but event {e.Sequence} follows {Sequence}.");
        Sequence = e.Sequence;
        var actor = new Actor(e.ActorKind, e.ActorId, e.OnBehalfOf);
        _head = EventHash.Next(_head, e.Sequence, e.At, e.Type, actor, e.Cause, e.Payload);
        return _head.AsSpan().SequenceEqual(e.Hash) ? null : Fault("event-changed", e.Sequence, $"Expected event {e.Sequence} ({e.Type}) to have the hash of its content, but it has another.");
    }

    /// <summary>To be asked after the last event.</summary>
    public ChainFault? End(long version, byte[] headHash)
    {
        if (version != Sequence) return Fault("event-missing", Sequence + 1, $"Expected {version} events, but the last is {Sequence}.");
        return _head.AsSpan().SequenceEqual(headHash) ? null : Fault("head-differs", Sequence, "Expected the case to hold the hash of its last event, but it holds another.");
    }

    private ChainFault Fault(string code, long sequence, string message) => new(code, caseId, number, sequence, $"Case {number ?? caseId.ToString()}: {message}");
}
