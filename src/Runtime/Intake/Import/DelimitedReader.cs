using System.Text;

namespace CaseFlow.Runtime.Intake.Import;

/// <summary>
/// Reads RFC 4180 records one at a time: quoted cells may hold delimiters, doubled quotes and line breaks. Lines end in LF, CR or CR LF.
/// A quote inside an unquoted cell is taken as it stands.
/// </summary>
internal sealed class DelimitedReader(TextReader text, char delimiter, int longestCell)
{
    private readonly char[] _buffer = new char[1 << 15];
    private readonly StringBuilder _cell = new();
    private readonly List<string> _cells = [];
    private int _length;
    private int _position;

    /// <summary>1-based line of the next character.</summary>
    public int Line { get; private set; } = 1;

    /// <summary>The next record and the line it begins on; null at the end. Blank lines are passed over.</summary>
    /// <exception cref="FormatException">A cell is longer than can be meant: a quote that is never closed would swallow the file.</exception>
    public async Task<ImportRow?> NextAsync(CancellationToken cancel)
    {
        _cells.Clear();
        while (await PeekAsync(cancel) is '\r' or '\n') await EndLineAsync(cancel);
        if (await PeekAsync(cancel) == -1) return null;
        var begin = Line;
        do await ReadCellAsync(begin, cancel); while (await TakeAsync(delimiter, cancel));
        await EndLineAsync(cancel);
        return new ImportRow(begin, [.. _cells]);
    }

    private async Task ReadCellAsync(int begin, CancellationToken cancel)
    {
        _cell.Clear();
        if (await TakeAsync('"', cancel)) await ReadQuotedAsync(begin, cancel);
        for (var next = await PeekAsync(cancel); next != -1 && next != delimiter && next is not ('\r' or '\n'); next = await PeekAsync(cancel))
            Append(begin);
        _cells.Add(_cell.ToString());
    }

    /// <summary>Up to and with the closing quote, or to the end of the file.</summary>
    private async Task ReadQuotedAsync(int begin, CancellationToken cancel)
    {
        for (var next = await PeekAsync(cancel); next != -1; next = await PeekAsync(cancel))
        {
            if (next == '"')
            {
                _position++;
                if (await PeekAsync(cancel) != '"') return;
            }

            if (next == '\n') Line++;
            Append(begin);
        }
    }

    private void Append(int begin)
    {
        if (_cell.Length == longestCell)
            throw new FormatException($"Expected a closed quote, but a cell of the record at line {begin} goes on for over {longestCell} characters.");
        _cell.Append(_buffer[_position++]);
    }

    private async Task EndLineAsync(CancellationToken cancel)
    {
        var ended = await TakeAsync('\r', cancel);
        if (await TakeAsync('\n', cancel) || ended) Line++;
    }

    private async ValueTask<bool> TakeAsync(char wanted, CancellationToken cancel)
    {
        if (await PeekAsync(cancel) != wanted) return false;
        _position++;
        return true;
    }

    private async ValueTask<int> PeekAsync(CancellationToken cancel)
    {
        if (_position == _length)
        {
            _length = await text.ReadAsync(_buffer, cancel);
            _position = 0;
        }

        return _length == 0 ? -1 : _buffer[_position];
    }
}
