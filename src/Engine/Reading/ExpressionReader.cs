using System.Xml.Linq;
using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Model;

namespace CaseFlow.Engine.Reading;

/// <summary>Parses expressions; what isn't FEEL becomes a problem at its line.</summary>
internal sealed class ExpressionReader(ProblemList problems)
{
    /// <summary>An attribute or text that is always FEEL: conditions, completion conditions, scripts.</summary>
    public Expression? Feel(string? text, XElement place) => Parse(text, place, alwaysFeel: true);

    /// <summary>A constant, or FEEL when it begins with "=".</summary>
    public Expression? Read(string? text, XElement place) => Parse(text, place, alwaysFeel: false);

    private Expression? Parse(string? text, XElement place, bool alwaysFeel)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        var trimmed = text.Trim();
        try
        {
            if (JuelTranslation.Applies(trimmed)) return Translate(trimmed, place);
            return alwaysFeel ? Expression.Feel(trimmed) : Expression.Read(trimmed);
        }
        catch (FeelSyntaxException e)
        {
            problems.Error("feel-syntax", $"Expected FEEL in '{trimmed}', but at line {e.Line}, column {e.Column}: {e.Message}", place);
            return Expression.Constant(trimmed);
        }
    }

    private Expression Translate(string text, XElement place)
    {
        if (JuelTranslation.Translate(text) is not { } feel)
        {
            problems.Error("foreign-expression", $"Expected FEEL, but found '{text}', which can't be translated.", place);
            return Expression.Constant(text);
        }

        problems.Warning("foreign-expression", $"Expected FEEL, but found '{text}': it was read as '{feel}'.", place);
        return Expression.Feel(feel);
    }
}
