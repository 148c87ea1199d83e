using System.Buffers;
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
        var kind = actor.Kind.ToString();
        var onBehalfOf = actor.OnBehalfOf ?? "";
        var texts = type.Length + kind.Length + actor.Id.Length + onBehalfOf.Length + cause.Length;
        var bytes = ArrayPool<byte>.Shared.Rent(before.Length + (8 * sizeof(long)) + Encoding.UTF8.GetMaxByteCount(texts) + payload.Length);
        try
        {
            var rest = bytes.AsSpan();
            Append(ref rest, before);
            Append(ref rest, sequence);
            Append(ref rest, at.ToUnixTimeMilliseconds());
            Append(ref rest, type);
            Append(ref rest, kind);
            Append(ref rest, actor.Id);
            Append(ref rest, onBehalfOf);
            Append(ref rest, cause);
            Append(ref rest, payload.Length);
            Append(ref rest, payload);
            return SHA256.HashData(bytes.AsSpan(0, bytes.Length - rest.Length));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    private static void Append(ref Span<byte> rest, ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(rest);
        rest = rest[bytes.Length..];
    }

    private static void Append(ref Span<byte> rest, long number)
    {
        BinaryPrimitives.WriteInt64BigEndian(rest, number);
        rest = rest[sizeof(long)..];
    }

    private static void Append(ref Span<byte> rest, string text)
    {
        var length = Encoding.UTF8.GetBytes(text, rest[sizeof(long)..]);
        Append(ref rest, length);
        rest = rest[length..];
    }
}
