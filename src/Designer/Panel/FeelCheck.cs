using CaseFlow.Engine.Feel;

namespace CaseFlow.Designer.Panel;

/// <summary>Says while somebody types whether a text is FEEL.</summary>
public static class FeelCheck
{
    /// <summary>What is wrong with the text, or null.</summary>
    /// <param name="allowConstant">True: only text that begins with "=" is an expression. Empty text is always right.</param>
    public static string? ProblemOf(string text, bool allowConstant = false)
    {
        var trimmed = text.Trim();
        if (trimmed.Length == 0 || (allowConstant && !trimmed.StartsWith('='))) return null;
        try
        {
            FeelExpression.ParseBpmn(trimmed);
            return null;
        }
        catch (FeelSyntaxException wrong)
        {
            return wrong.Message;
        }
    }
}
