namespace CaseFlow.Engine.Tests.Decisions;

public sealed class ItemDefinitionTests
{
    private const string Types =
        """
        <itemDefinition name="tGrade"><typeRef>string</typeRef><allowedValues><text>"满意", "基本满意", "不满意"</text></allowedValues></itemDefinition>
        <itemDefinition name="tGrades" isCollection="true"><typeRef>tGrade</typeRef></itemDefinition>
        <itemDefinition name="tPerson"><itemComponent name="name"><typeRef>string</typeRef></itemComponent><itemComponent name="age"><typeRef>number</typeRef></itemComponent></itemDefinition>
        <itemDefinition name="tStay"><itemComponent name="from"><typeRef>date</typeRef></itemComponent><itemComponent name="nights" isCollection="true"><typeRef>days and time duration</typeRef></itemComponent></itemDefinition>
        <itemDefinition name="tTree"><itemComponent name="leaf"><typeRef>number</typeRef></itemComponent><itemComponent name="branches" isCollection="true"><typeRef>tTree</typeRef></itemComponent></itemDefinition>
        """;

    [Theory]
    [InlineData("tGrade", "\"满意\"", "\"满意\"")]
    [InlineData("tGrade", "\"很好\"", "null")]
    [InlineData("tGrades", "\"满意\"", "[\"满意\"]")]
    [InlineData("tGrades", "[\"满意\", \"很好\"]", "null")]
    [InlineData("tPerson", "{name: \"Li\", age: 30}", "{name: \"Li\", age: 30}")]
    [InlineData("tPerson", "{name: \"Li\"}", "null")]
    [InlineData("tPerson", "{name: \"Li\", age: \"30\"}", "null")]
    [InlineData("tTree", "{leaf: 1, branches: [{leaf: 2, branches: []}]}", "{leaf: 1, branches: [{leaf: 2, branches: []}]}")]
    [InlineData("tTree", "{leaf: 1, branches: [{leaf: \"x\", branches: []}]}", "null")]
    [InlineData("number", "[7]", "7")]
    [InlineData("date and time", "@\"2026-01-05\"", "2026-01-05T00:00:00Z")]
    [InlineData("string", "7", "null")]
    [InlineData("date", "\"2026-01-05\"", "2026-01-05")]
    [InlineData("date and time", "\"2026-01-05T09:00:00Z\"", "2026-01-05T09:00:00Z")]
    [InlineData("days and time duration", "\"P3D\"", "P3D")]
    [InlineData("date", "\"soon\"", "null")]
    [InlineData("tStay", "{from: \"2026-01-05\", nights: [\"P1D\"]}", "{from: 2026-01-05, nights: [P1D]}")]
    public void Makes_values_fit_or_null(string type, string input, string expected)
    {
        var model = Dmn.Read(Types + Dmn.Input("x", "x", type) + Dmn.Decision("d", "d", Dmn.Literal("x"), Dmn.NeedsInput("#x")));
        Assert.Equal(expected, Dmn.Value(model, "d", ("x", input)));
    }
}
