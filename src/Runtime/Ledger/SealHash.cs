using System.Buffers.Binary;
using System.Security.Cryptography;
using CaseFlow.Runtime.Storage.Records;

namespace CaseFlow.Runtime.Ledger;

/// <summary>The hashes of the ledger chain. Changing one makes every stored ledger look broken.</summary>
internal static class SealHash
{
    public static byte[] None { get; } = new byte[SHA256.HashSizeInBytes];

    /// <summary>Over case id (16 bytes, as written), version and head hash of each entry, in the order of the ids' text.</summary>
    public static byte[] OfEntries(IEnumerable<LedgerEntryRecord> entries)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var entry in entries.OrderBy(entry => entry.CaseId.ToString("N"), StringComparer.Ordinal))
        {
            hash.AppendData(entry.CaseId.ToByteArray(bigEndian: true));
            Append(hash, entry.Version);
            hash.AppendData(entry.HeadHash);
        }

        return hash.GetHashAndReset();
    }

    /// <summary>Over number, time, number of entries, their hash and the previous seal's hash.</summary>
    public static byte[] OfSeal(LedgerSealRecord seal)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, seal.Number);
        Append(hash, seal.At.ToUnixTimeMilliseconds());
        Append(hash, seal.Entries);
        hash.AppendData(seal.EntriesHash);
        hash.AppendData(seal.PreviousHash);
        return hash.GetHashAndReset();
    }

    private static void Append(IncrementalHash hash, long number)
    {
        Span<byte> bytes = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(bytes, number);
        hash.AppendData(bytes);
    }
}
