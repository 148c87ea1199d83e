namespace CaseFlow.Web.Resources;

/// <summary>Names the resource set of the site for <c>IStringLocalizer&lt;UiText&gt;</c>; the words are in the .resx files beside it.</summary>
public sealed class UiText;
