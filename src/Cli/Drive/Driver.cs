using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using CaseFlow.Cli.Drive.Ops;
using CaseFlow.Engine.Clocks;
using CaseFlow.Engine.Feel;

namespace CaseFlow.Cli.Drive;

/// <summary>The engine by JSON lines: one object in, one object out, in memory and on a virtual clock. Whatever a line holds, the next one is read.</summary>
internal sealed class Driver
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly Dictionary<string, Action<DriveSession, DriveRequest, Utf8JsonWriter>> Ops = new(StringComparer.Ordinal)
    {
        ["reset"] = ResetOp.Run,
        ["deploy"] = DeployOp.Run,
        ["start"] = StartOp.Run,
        ["complete"] = CompleteOp.Run,
        ["completeJob"] = JobOps.Complete,
        ["failJob"] = JobOps.Fail,
        ["message"] = MessageOp.Run,
        ["signal"] = SignalOp.Run,
        ["set"] = SetOp.Run,
        ["startAdHoc"] = StartAdHocOp.Run,
        ["advance"] = AdvanceOp.Run,
        ["retry"] = IncidentOps.Retry,
        ["skip"] = IncidentOps.Skip,
        ["mend"] = IncidentOps.Mend,
        ["migrate"] = MigrateOp.Run,
        ["state"] = StateOp.Run,
        ["decide"] = DecideOp.Run,
        ["feel"] = FeelOp.Run,
        ["due"] = DueOp.Run,
    };

    private readonly DriveSession _session = new();

    public void Run(TextReader input, TextWriter output)
    {
        while (input.ReadLine() is { } line)
        {
            output.WriteLine(Answer(line));
            output.Flush();
        }
    }

    public string Answer(string line)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            if (document.RootElement.ValueKind != JsonValueKind.Object) return Refusal("Expected a JSON object on a line.");
            WholeText.Check(line, document.RootElement);
            var request = new DriveRequest(document.RootElement);
            var name = request.Text("op");
            return Ops.TryGetValue(name, out var op)
                ? Write(answer => op(_session, request, answer))
                : Refusal($"Expected an op of {string.Join(", ", Ops.Keys)}, but found '{name}'.");
        }
        catch (JsonException)
        {
            return Refusal("Expected a JSON object on a line.");
        }
        catch (DriveRejection e)
        {
            return Refusal(e.Message, "rejected");
        }
        catch (Exception e) when (e is DriveFault or FeelSyntaxException or FeelLimitException or CalendarFormatException or IOException or UnauthorizedAccessException)
        {
            return Refusal(e.Message);
        }
        catch (Exception e)
        {
            return Refusal($"Unexpected {e.GetType().Name}: {e.Message}");
        }
    }

    private static string Refusal(string problem, string field = "error") => Write(answer =>
    {
        answer.WriteBoolean("ok", false);
        answer.WriteString(field, problem);
    });

    private static string Write(Action<Utf8JsonWriter> fields)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var answer = new Utf8JsonWriter(buffer, Plain))
        {
            answer.WriteStartObject();
            fields(answer);
            answer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
