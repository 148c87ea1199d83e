using System.Xml.Linq;

namespace CaseFlow.Engine.Reading;

/// <summary>The standard's performers of a task (BPMN 2.0.2, section 10.3.4.1): a human performer is the assignee, the first potential owner the team.</summary>
internal static class ResourceRoles
{
    private const string Group = "group(";
    private const string User = "user(";

    public static void Translate(XElement element, ProblemList problems)
    {
        foreach (var role in element.Elements().Where(child => child.IsBpmn() && child.Name.LocalName is "humanPerformer" or "potentialOwner" or "performer" or "resourceRole").ToList())
        {
            var text = Text(role)?.Trim();
            if (role.Name.LocalName == "humanPerformer" && text is { Length: > 0 }) ForeignAttributes.Extension(element, "assignment").SetAttributeValue("assignee", ForeignAttributes.Expression(text));
            else if (role.Name.LocalName != "potentialOwner" || !Owner(element, text)) problems.Warning("performer", $"Expected a human performer or one team as potential owner, but found {role.Name.LocalName} '{text}': it is not used, or not wholly.", role);
        }
    }

    /// <summary>False: somebody of it is left out.</summary>
    private static bool Owner(XElement element, string? text)
    {
        var owners = (text ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var team = Array.Find(owners, owner => !owner.StartsWith(User, StringComparison.Ordinal));
        if (team is null) return false;
        var assignment = ForeignAttributes.Extension(element, "assignment");
        if (assignment.Attr("team") is null) assignment.SetAttributeValue("team", team.StartsWith(Group, StringComparison.Ordinal) ? team[Group.Length..].TrimEnd(')') : team);
        return owners.Length == 1;
    }

    private static string? Text(XElement role)
    {
        if (role.Child("resourceAssignmentExpression") is { } assignment) return assignment.Elements().FirstOrDefault(child => child.IsBpmn())?.Value;
        return role.Child("resourceRef") is { } reference
            ? role.Document?.Root?.Elements(BpmnXml.Bpmn + "resource").FirstOrDefault(resource => resource.Id() == BpmnXml.WithoutPrefix(reference.Value))?.Attr("name") ?? BpmnXml.WithoutPrefix(reference.Value)
            : null;
    }
}
