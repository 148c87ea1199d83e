using AngleSharp.Dom;

namespace CaseFlow.Web.Tests.Support;

internal static class Reading
{
    /// <summary>An element's words as they are read out: a space between what stands in different elements.</summary>
    public static string Words(this IElement element) =>
        string.Join(' ', element.Descendants<IText>().SelectMany(text => text.Data.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
}
