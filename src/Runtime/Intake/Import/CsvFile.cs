using System.Text;

namespace CaseFlow.Runtime.Intake.Import;

/// <summary>An opened CSV file: its header, and its records one by one; memory does not grow with the file.</summary>
internal sealed class CsvFile : IDisposable
{
    private const int LongestCell = 4_000_000;

    private readonly StreamReader _text;
    private readonly DelimitedReader _records;

    private CsvFile(StreamReader text, DelimitedReader records, string[] header)
    {
        _text = text;
        _records = records;
        Header = header;
    }

    public string[] Header { get; }

    /// <exception cref="FormatException">The file is empty, or the encoding or delimiter can't be.</exception>
    public static async Task<CsvFile> OpenAsync(Stream content, ImportMap map, CancellationToken cancel)
    {
        if (map.Delimiter.Length != 1) throw new FormatException($"Expected a delimiter of one character, but found \"{map.Delimiter}\".");
        var text = new StreamReader(content, EncodingOf(map.Encoding), detectEncodingFromByteOrderMarks: true, bufferSize: 1 << 16);
        var records = new DelimitedReader(text, map.Delimiter[0], LongestCell);
        var header = await records.NextAsync(cancel) ?? throw new FormatException("Expected a header line, but the file is empty.");
        return new CsvFile(text, records, header.Cells);
    }

    /// <inheritdoc cref="DelimitedReader.NextAsync"/>
    public Task<ImportRow?> NextAsync(CancellationToken cancel) => _records.NextAsync(cancel);

    public void Dispose() => _text.Dispose();

    private static Encoding EncodingOf(string name)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        try
        {
            // GB 18030 holds all of GBK and GB 2312.
            return Encoding.GetEncoding(name.ToUpperInvariant() is "GBK" or "GB2312" ? "gb18030" : name);
        }
        catch (ArgumentException error)
        {
            throw new FormatException($"Expected a text encoding, but {name} is unknown.", error);
        }
    }
}
