using System.Text.Json;
using CaseFlow.Engine.Feel;

namespace CaseFlow.Cli.Drive.Ops;

/// <summary><c>feel</c>: evaluates an <c>expression</c> in a <c>context</c>; with <c>unary</c>, tests a <c>value</c>.</summary>
internal static class FeelOp
{
    public static void Run(DriveSession session, DriveRequest request, Utf8JsonWriter answer)
    {
        var text = request.Text("expression");
        var context = request.Values("context");
        var names = context.Entries.Select(entry => entry.Key).ToList();
        var scope = new FeelScope(context.Entries.ToDictionary(entry => entry.Key, entry => entry.Value), session.Now);
        var value = request.Flag("unary") ? Test(text, names, scope, request) : FeelExpression.Parse(text, names).Evaluate(scope);
        answer.WriteBoolean("ok", true);
        answer.WritePropertyName("value");
        FeelJson.Write(answer, value);
    }

    private static FeelValue Test(string text, IEnumerable<string> names, FeelScope scope, DriveRequest request)
    {
        var input = request.Find("value") is { } value ? FeelJson.Read(value) : FeelValue.Null;
        return FeelUnaryTests.Parse(text, names).Matches(input, scope) switch
        {
            true => FeelBoolean.True,
            false => FeelBoolean.False,
            null => FeelValue.Null,
        };
    }
}
