using System.Security.Cryptography;
using System.Text;
using CaseFlow.Runtime.Storage.Records;

namespace CaseFlow.Runtime.Ledger;

/// <summary>What a seal holds of a case that a retention rule deleted. Changing it makes every stored deletion look broken.</summary>
internal static class DeletionHash
{
    /// <summary>The sequence number that such an entry has in a seal: no event has it.</summary>
    public const long Version = 0;

    public static byte[] Of(DeletedCaseRecord row) => SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(
        '\n', "caseflow-deleted", row.CaseId.ToString("D"), row.Tenant, row.Number, row.Version, Convert.ToHexStringLower(row.HeadHash), row.ClosedAt.ToUnixTimeMilliseconds(),
        row.DeletedAt.ToUnixTimeMilliseconds(), row.Rule, row.RuleText, row.ExportFile)));
}
