using System.Text;

namespace CaseFlow.Cli.Import;

/// <summary>A text file that comes to be with its first line: without refused rows there is none.</summary>
internal sealed class LateFile(string path) : TextWriter
{
    private StreamWriter? _file;

    public override Encoding Encoding => Encoding.UTF8;

    public override void Write(char value) => File().Write(value);

    public override void Write(string? value) => File().Write(value);

    public override void WriteLine(string? value) => File().Write(value + "\n");

    protected override void Dispose(bool disposing)
    {
        if (disposing) _file?.Dispose();
        base.Dispose(disposing);
    }

    private StreamWriter File() => _file ??= new StreamWriter(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
}
