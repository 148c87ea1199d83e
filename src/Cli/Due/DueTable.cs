using CaseFlow.Engine.Clocks;
using CsvHelper;

namespace CaseFlow.Cli.Due;

/// <summary>Computes a table of due times row by row: memory doesn't grow with the table, and a written row is always whole.</summary>
internal sealed class DueTable(WorkingCalendar calendar)
{
    private static readonly CsvReaderOptions Reading = new() { Separator = ',', HasHeader = false, TrackLineNumbers = true, MalformedData = CsvMalformedDataHandling.Throw };
    private static readonly CsvWriterOptions Writing = new() { NewLine = "\n" };

    /// <summary>Years whose holidays aren't known, with the line of the first row that met each.</summary>
    public SortedDictionary<int, int> MissingYears { get; } = [];

    /// <summary>Copies the rows and adds the due time. Throws <see cref="DueRowException"/> at the first row that can't be computed; the rows before it are written.</summary>
    public void Compute(TextReader input, TextWriter output)
    {
        using var reader = CsvReader.Create(input, Reading, leaveOpen: true);
        using var writer = CsvWriter.Create(output, Writing, leaveOpen: true);
        var header = Next(reader) ?? throw new DueRowException(1, "header", "Expected a header with the columns start, rule and amount, but the input is empty.");
        header[0] = header[0].TrimStart('\uFEFF');
        var columns = DueColumns.Find(header);
        Write(writer, columns.With(header, "due"));
        while (Next(reader) is { } fields) Write(writer, columns.With(fields, DueOf(fields, columns, (int)reader.LineNumber)));
    }

    private string DueOf(string[] fields, DueColumns columns, int line)
    {
        var row = DueRow.Read(fields, columns, line);
        switch (DueTime.After(calendar, ZoneTime.At(calendar.Zone, row.Start), row.Rule, row.Amount))
        {
            case DueAt due:
                foreach (var year in due.MissingYears) MissingYears.TryAdd(year, line);
                return row.Format(due.At);
            case DueRefused refused:
                throw new DueRowException(line, "amount", refused.Problem);
            default:
                throw new InvalidOperationException("Expected a due time or a refusal.");
        }
    }

    private static string[]? Next(CsvReader reader)
    {
        try
        {
            return reader.Read() ? [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)] : null;
        }
        catch (CsvFormatException e)
        {
            throw new DueRowException((int)e.LineNumber, "row", "Expected a field with a quote to be quoted as a whole, with its inner quotes doubled.");
        }
    }

    private static void Write(CsvWriter writer, IEnumerable<string> fields)
    {
        foreach (var field in fields) writer.WriteField(field);
        writer.EndRecord();
    }
}
