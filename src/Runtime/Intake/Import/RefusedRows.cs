using System.Globalization;

namespace CaseFlow.Runtime.Intake.Import;

/// <summary>Writes refused rows as CSV: line, reason, then the row as it was.</summary>
internal sealed class RefusedRows(TextWriter? output, string[] header)
{
    private readonly Lock _lock = new();
    private bool _begun;

    public void Add(ImportRow row, string reason)
    {
        if (output is null) return;
        lock (_lock)
        {
            if (!_begun) output.WriteLine(Line(["line", "reason", .. header]));
            _begun = true;
            output.WriteLine(Line([row.Line.ToString(CultureInfo.InvariantCulture), reason, .. row.Cells]));
        }
    }

    private static string Line(IEnumerable<string> cells) => string.Join(',', cells.Select(Quote));

    private static string Quote(string cell) =>
        cell.AsSpan().IndexOfAny(",\"\r\n") < 0 ? cell : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
