namespace CaseFlow.Engine.Clocks;

/// <summary>A calendar or holiday file that can't be used. <see cref="Path"/> is the JSON path of the fault, such as <c>$.notices[1].off[0].from</c>.</summary>
public sealed class CalendarFormatException(string file, string path, string problem)
    : Exception($"{file}: {path}: {problem}")
{
    public string File { get; } = file;

    public string Path { get; } = path;

    public string Problem { get; } = problem;
}
