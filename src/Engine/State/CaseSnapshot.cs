namespace CaseFlow.Engine.State;

/// <summary>The stored form of a <see cref="CaseState"/>: UTF-8 JSON with a format number; older formats are upgraded when read.</summary>
public static class CaseSnapshot
{
    public static byte[] Write(CaseState state) => throw new NotImplementedException();

    /// <exception cref="FormatException">Unknown format, or not a snapshot.</exception>
    public static CaseState Read(ReadOnlySpan<byte> json) => throw new NotImplementedException();
}
