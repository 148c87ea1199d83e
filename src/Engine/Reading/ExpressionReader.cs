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
            if (alwaysFeel && IsForeign(place)) return Translate(trimmed, place);
            if ((alwaysFeel || !trimmed.StartsWith('=')) && JuelTranslation.Applies(trimmed)) return Translate(trimmed, place);
            return alwaysFeel ? Expression.Feel(trimmed) : Expression.Read(trimmed);
        }
        catch (FeelSyntaxException e)
        {
            return alwaysFeel && JuelTranslation.Translate(trimmed) is { } feel && Take(trimmed, feel, place) is { } expression ? expression : Refuse(trimmed, e, place);
        }
    }

    /// <summary>An expression that says itself that it is in another language.</summary>
    private static bool IsForeign(XElement place) => place.Attr("language") is { Length: > 0 } language && !language.Contains("feel", StringComparison.OrdinalIgnoreCase);

    private Expression Translate(string text, XElement place)
    {
        if (JuelTranslation.Translate(text) is { } feel && Take(text, feel, place) is { } expression) return expression;
        problems.Error("foreign-expression", $"Expected FEEL, but found '{text}', which can't be translated.", place);
        return Expression.Constant(text);
    }

    /// <summary>Null: what it was translated to is no FEEL either.</summary>
    private Expression? Take(string text, string feel, XElement place)
    {
        try
        {
            var expression = Expression.Feel(feel);
            problems.Warning("foreign-expression", $"Expected FEEL, but found '{text}': it was read as '{feel}'.", place);
            return expression;
        }
        catch (FeelSyntaxException)
        {
            return null;
        }
    }

    private Expression Refuse(string text, FeelSyntaxException e, XElement place)
    {
        problems.Error("feel-syntax", $"Expected FEEL in '{text}', but at line {e.Line}, column {e.Column}: {e.Message}", place);
        return Expression.Constant(text);
    }
}
