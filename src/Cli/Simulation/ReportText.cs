using System.Text.Encodings.Web;
using System.Text.Json;
using CaseFlow.Engine.Simulation.Replaying;
using CaseFlow.Engine.Simulation.Reports;

namespace CaseFlow.Cli.Simulation;

/// <summary>Reports as JSON: members as the records name them, durations in seconds.</summary>
internal static class ReportText
{
    public static string Json(SimulationReport report) => JsonSerializer.Serialize(report, Holder.Instance.SimulationReport);

    public static string Json(ReplayReport report) => JsonSerializer.Serialize(report, Holder.Instance.ReplayReport);

    private static class Holder
    {
        public static readonly ReportJson Instance = new(new JsonSerializerOptions(ReportJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    }
}
