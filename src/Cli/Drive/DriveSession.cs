using CaseFlow.Engine.Decisions;

namespace CaseFlow.Cli.Drive;

/// <summary>All that a driver remembers between two lines.</summary>
internal sealed class DriveSession
{
    /// <summary>Where the virtual clock starts unless a reset says otherwise.</summary>
    public static readonly DateTimeOffset DefaultNow = new(2026, 1, 5, 9, 0, 0, TimeSpan.FromHours(8));

    /// <summary>The zone of dates and times that don't name their own.</summary>
    public static readonly TimeZoneInfo DefaultZone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    private readonly Dictionary<string, (DateTime Written, DecisionModel Model)> _models = [];

    public DriveSession() => Reset(null, false);

    public DateTimeOffset Now { get; private set; }

    public DriveWorld World { get; private set; } = null!;

    public DriveCases Cases { get; private set; } = null!;

    public DriveTimers Timers { get; private set; } = null!;

    public void Reset(DateTimeOffset? now, bool autoJobs)
    {
        Now = now ?? DefaultNow;
        World = new DriveWorld();
        Cases = new DriveCases(World, () => Now, autoJobs);
        Timers = new DriveTimers(World, Cases, at => Now = at > Now ? at : Now);
    }

    /// <summary>The decisions of a file, read again only when it was written since.</summary>
    public DecisionModel Decisions(string path)
    {
        var written = File.GetLastWriteTimeUtc(path);
        if (_models.TryGetValue(path, out var known) && known.Written == written) return known.Model;
        var model = DecisionFiles.Read(path);
        _models[path] = (written, model);
        return model;
    }
}
