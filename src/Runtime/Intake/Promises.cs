using CaseFlow.Engine.Model;
using CaseFlow.Engine.State;

namespace CaseFlow.Runtime.Intake;

/// <summary>What a resident is promised: the running public clocks, the earliest first.</summary>
internal static class Promises
{
    public static IReadOnlyList<Promise> Of(CaseState state, FlowPackage package)
    {
        var names = package.Clocks.Where(clock => clock.Public).ToDictionary(clock => clock.Id, clock => clock.Name, StringComparer.Ordinal);
        return [.. state.Clocks.Values.Where(clock => names.ContainsKey(clock.ClockId)).OrderBy(clock => clock.Due)
            .Select(clock => new Promise(names[clock.ClockId], clock.Due))];
    }
}
