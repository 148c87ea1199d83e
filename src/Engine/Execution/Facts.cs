using System.Globalization;
using CaseFlow.Engine.Feel;

namespace CaseFlow.Engine.Execution;

/// <summary>What expressions may ask of the case beside its variables.</summary>
internal static class Facts
{
    public static FeelValue? Of(Step step, long key, string name) => name switch
    {
        "caseNumber" => FeelValue.From(step.State.Facts.Number),
        "kind" => FeelValue.From(step.State.Facts.Kind),
        "channel" => FeelValue.From(step.State.Facts.Channel),
        "startedAt" => Moment(step, step.State.StartedAt),
        "reporter" => FeelValue.From(step.State.Facts.ReporterId),
        "businessKey" => FeelValue.From(step.State.BusinessKey),
        "caseId" => FeelValue.From(step.State.CaseId.ToString("D", CultureInfo.InvariantCulture)),
        "clocks" => Clocks(step, step.State.Elements[key].CallKey),
        _ => null,
    };

    /// <summary>A moment with the offset of the office's clock, so that <c>now().hour</c> is the hour people see, whatever zone the server keeps.</summary>
    public static DateTimeOffset OnTheWall(Step step, DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, step.World.Calendar(null).Zone);

    /// <summary>Due times of the running clocks of the case, or of the called process, by id.</summary>
    private static FeelContext Clocks(Step step, long callKey)
    {
        var running = FeelContext.Empty;
        foreach (var clock in step.State.Clocks.Values)
            if (clock.ScopeKey == callKey)
                running = running.With(clock.ClockId, Moment(step, clock.Due));
        return running;
    }

    private static FeelDateTime Moment(Step step, DateTimeOffset moment) => FeelDateTime.From(OnTheWall(step, moment));
}
