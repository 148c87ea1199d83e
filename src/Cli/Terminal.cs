namespace CaseFlow.Cli;

/// <summary>Where a verb reads and writes: the process's own streams, or a test's.</summary>
internal sealed record Terminal(TextReader In, TextWriter Out, TextWriter Error);
