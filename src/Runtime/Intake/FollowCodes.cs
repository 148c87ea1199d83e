using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace CaseFlow.Runtime.Intake;

/// <summary>The eight digits that, with the number, open a case to its reporter. Only a salted hash is kept.</summary>
internal static class FollowCodes
{
    private const int SaltLength = 16;
    private const int HashLength = 32;

    // Eight digits are soon tried out on a stolen table when one try is cheap; this makes a try cost about a millisecond.
    private const int Rounds = 10_000;

    public static string New() => RandomNumberGenerator.GetInt32(100_000_000).ToString("D8", CultureInfo.InvariantCulture);

    /// <summary>Salt, then hash.</summary>
    public static byte[] Hash(string code)
    {
        var bytes = new byte[SaltLength + HashLength];
        RandomNumberGenerator.Fill(bytes.AsSpan(0, SaltLength));
        Derive(code, bytes.AsSpan(0, SaltLength), bytes.AsSpan(SaltLength));
        return bytes;
    }

    /// <summary>Takes the same time for a wrong code and for no case at all (<paramref name="hash"/> null), so that neither tells which numbers exist.</summary>
    public static bool Matches(string code, byte[]? hash)
    {
        var known = hash is { Length: SaltLength + HashLength };
        ReadOnlySpan<byte> stored = known ? hash : stackalloc byte[SaltLength + HashLength];
        Span<byte> derived = stackalloc byte[HashLength];
        Derive(code, stored[..SaltLength], derived);
        return CryptographicOperations.FixedTimeEquals(derived, stored[SaltLength..]) && known;
    }

    private static void Derive(string code, ReadOnlySpan<byte> salt, Span<byte> hash) =>
        Rfc2898DeriveBytes.Pbkdf2(Encoding.UTF8.GetBytes(code.Trim()), salt, hash, Rounds, HashAlgorithmName.SHA256);
}
