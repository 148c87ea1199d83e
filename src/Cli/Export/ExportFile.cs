using CaseFlow.Engine.Simulation.Recorded;
using CaseFlow.Runtime.Export;

namespace CaseFlow.Cli.Export;

/// <summary>A file that <c>export</c> wrote: a case a line.</summary>
internal static class ExportFile
{
    /// <summary>True when there is no such file; the terminal has been told.</summary>
    public static bool Missing(string file, Terminal terminal)
    {
        if (File.Exists(file)) return false;
        terminal.Error.WriteLine($"Expected a file, but there is no {file}.");
        return true;
    }

    /// <summary>Line by line, so that an export of any size can be read.</summary>
    /// <exception cref="FormatException">A line is no case; the message names file and line.</exception>
    public static IEnumerable<ExportedCase> Read(string file) => Read(file, line => ExportedCase.Read(line));

    /// <summary>The cases with their events.</summary>
    /// <exception cref="FormatException">A line is no case, or an event is none; the message names file and line.</exception>
    public static IEnumerable<RecordedCase> Recorded(string file) => Read(file, line => ExportedCase.Read(line).Recorded());

    private static IEnumerable<T> Read<T>(string file, Func<string, T> read)
    {
        var number = 0;
        foreach (var line in File.ReadLines(file))
        {
            number++;
            if (line.Length == 0) continue;
            T value;
            try
            {
                value = read(line);
            }
            catch (FormatException e)
            {
                throw new FormatException($"{file}:{number}: {e.Message}", e);
            }

            yield return value;
        }
    }
}
