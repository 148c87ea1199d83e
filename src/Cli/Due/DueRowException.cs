namespace CaseFlow.Cli.Due;

/// <summary>A row that can't be computed: with its line, counted from 1, and its field.</summary>
internal sealed class DueRowException(int line, string field, string problem) : Exception($"line {line}, {field}: {problem}");
