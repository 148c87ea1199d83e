namespace CaseFlow.Web.Components.Keys;

/// <summary>A key of a page and the resource name of what it does.</summary>
public sealed record KeyWord(string Key, string Word);
