namespace CaseFlow.Runtime.Intake.Import;

/// <summary>One record of the file.</summary>
/// <param name="Line">1-based line on which the record begins.</param>
/// <param name="Cells">In the order of the header; fewer when the record is short.</param>
internal sealed record ImportRow(int Line, string[] Cells);

/// <summary>What a row asks for, before anything is stored.</summary>
/// <param name="OriginalTime">When the request was first received, as the file says.</param>
internal sealed record MappedRow(
    string ExternalId, string? Unit, string? Kind, DateTimeOffset? OriginalTime, IReadOnlyDictionary<string, IReadOnlyList<string>> Values);

/// <summary>A row that can't become a case.</summary>
internal sealed class RowRefusedException(string message) : Exception(message);
