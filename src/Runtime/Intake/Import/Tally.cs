namespace CaseFlow.Runtime.Intake.Import;

/// <summary>Counts rows from many threads.</summary>
internal sealed class Tally(IProgress<ImportCounts>? progress)
{
    private long _started;
    private long _existing;
    private long _refused;

    public ImportCounts Counts
    {
        get
        {
            var (started, existing, refused) = (Interlocked.Read(ref _started), Interlocked.Read(ref _existing), Interlocked.Read(ref _refused));
            return new ImportCounts(started + existing + refused, started, existing, refused);
        }
    }

    public void Started() => Interlocked.Increment(ref _started);

    public void Existing() => Interlocked.Increment(ref _existing);

    public void Refused() => Interlocked.Increment(ref _refused);

    public void Report() => progress?.Report(Counts);
}
