using CaseFlow.Web.Resources;
using Microsoft.Extensions.Localization;

namespace CaseFlow.Web.Cases;

/// <summary>Who did something, as a person reads it: people by name, the system and its steps by what they are.</summary>
internal static class ActorText
{
    public static string Of(string kind, string name, IStringLocalizer<UiText> text)
    {
#pragma warning disable CA1308 // Resource names are lower case.
        var word = text[$"Actor.{kind.ToLowerInvariant()}"];
#pragma warning restore CA1308
        var isPerson = kind.Equals("staff", StringComparison.OrdinalIgnoreCase) || kind.Equals("reporter", StringComparison.OrdinalIgnoreCase);
        return isPerson && name.Length > 0 ? name : word.ResourceNotFound ? name : word;
    }
}
