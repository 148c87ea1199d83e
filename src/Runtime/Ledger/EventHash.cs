using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using CaseFlow.Engine;

namespace CaseFlow.Runtime.Ledger;

/// <summary>
/// The hash of an event: SHA-256 over the hash before it, sequence, time (milliseconds since 1970), type, actor, cause and payload,
/// each text preceded by its length so that no two events read alike. Changing this makes every stored chain look broken.
/// </summary>
internal static class EventHash
{
    /// <summary>What stands before a case's first event: bound to the case, so that a chain can't be moved to another one.</summary>
    public static byte[] Genesis(Guid caseId) => SHA256.HashData(Encoding.UTF8.GetBytes($"caseflow-case:{caseId:D}"));

    public static byte[] Next(ReadOnlySpan<byte> before, long sequence, DateTimeOffset at, string type, Actor actor, string cause, ReadOnlySpan<byte> payload)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(before);
        Append(hash, sequence);
        Append(hash, at.ToUnixTimeMilliseconds());
        Append(hash, type);
        Append(hash, actor.Kind.ToString());
        Append(hash, actor.Id);
        Append(hash, actor.OnBehalfOf ?? "");
        Append(hash, cause);
        Append(hash, payload.Length);
        hash.AppendData(payload);
        return hash.GetHashAndReset();
    }

    private static void Append(IncrementalHash hash, long number)
    {
        Span<byte> bytes = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(bytes, number);
        hash.AppendData(bytes);
    }

    private static void Append(IncrementalHash hash, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        Append(hash, bytes.Length);
        hash.AppendData(bytes);
    }
}
