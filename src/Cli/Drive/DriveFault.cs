namespace CaseFlow.Cli.Drive;

/// <summary>A line that can't be done: answered with <c>ok: false</c> and an <c>error</c>; nothing has changed.</summary>
internal sealed class DriveFault(string problem) : Exception(problem);
