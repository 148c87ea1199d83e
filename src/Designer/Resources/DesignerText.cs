namespace CaseFlow.Designer.Resources;

/// <summary>Names the resource set of the designer for <c>IStringLocalizer&lt;DesignerText&gt;</c>; the words are in the .resx files beside it.</summary>
public sealed class DesignerText;
