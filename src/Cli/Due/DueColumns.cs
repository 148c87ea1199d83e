namespace CaseFlow.Cli.Due;

/// <summary>Where the columns of interest stand in a table. A column named <c>due</c> that is there already is written anew in its place.</summary>
internal sealed record DueColumns(int Start, int Rule, int Amount, int? Due, int Count)
{
    public static DueColumns Find(string[] header)
    {
        var existing = Index(header, "due");
        return new DueColumns(Required(header, "start"), Required(header, "rule"), Required(header, "amount"), existing < 0 ? null : existing, header.Length);
    }

    public IEnumerable<string> With(string[] row, string due) =>
        Due is { } at ? row.Select((field, index) => index == at ? due : field) : row.Append(due);

    private static int Required(string[] header, string name) =>
        Index(header, name) is >= 0 and var index ? index : throw new DueRowException(1, name, $"Expected a header with the columns start, rule and amount, but found '{string.Join(",", header)}'.");

    private static int Index(string[] header, string name) =>
        Array.FindIndex(header, column => string.Equals(column.Trim(), name, StringComparison.OrdinalIgnoreCase));
}
