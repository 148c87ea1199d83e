using System.Xml.Linq;
using CaseFlow.Engine.Model;
using CaseFlow.Engine.State;

namespace CaseFlow.Engine.Reading;

/// <summary>Who may do a task, by when, and with which form.</summary>
internal static class UserTaskReader
{
    public static UserTaskDefinition Read(XElement xml, CompileContext context)
    {
        var assignment = xml.Extension("assignment");
        var not = (assignment?.Attr("not") ?? "").Split((char[])[' ', ','], StringSplitOptions.RemoveEmptyEntries);
        return new UserTaskDefinition(
            assignment?.Attr("team"), Expression(assignment, "unit", context), Expression(assignment, "assignee", context), [.. not],
            assignment is null ? TaskAudience.Staff : Audience(assignment), xml.Extension("form")?.Attr("key"),
            xml.Extension("due") is { } due ? ClockReader.Due(due, context) : null,
            xml.Extension("evaluation") is { } evaluation ? new EvaluationDefinition(evaluation.Attr("by") ?? "", evaluation.Attr("of") ?? "") : null);
    }

    public static TaskAudience Audience(XElement xml) => xml.Attr("audience") == "reporter" ? TaskAudience.Reporter : TaskAudience.Staff;

    private static Expression? Expression(XElement? assignment, string name, CompileContext context) =>
        assignment is null ? null : context.Expressions.Read(assignment.Attr(name), assignment);
}
