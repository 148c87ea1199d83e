using System.Collections.Immutable;
using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Forms;
using CaseFlow.Engine.Model;
using CaseFlow.Engine.Reading;

namespace CaseFlow.Engine.Tests.Forms;

public sealed class FormValidatorTests
{
    private const string Json = """
        { "type": "default", "schemaVersion": 18, "components": [
          { "type": "textfield", "key": "title", "label": "标题", "validate": { "required": true, "maxLength": 5 }, "properties": { "en": "Title" } },
          { "type": "number", "key": "amount", "label": "n", "validate": { "min": 1, "max": 10 } },
          { "type": "datetime", "key": "day", "subtype": "date", "dateLabel": "d" },
          { "type": "checkbox", "key": "sure", "label": "s" },
          { "type": "radio", "key": "kind", "label": "k", "values": [ { "value": "a", "label": "甲", "en": "A" }, { "value": "b", "label": "乙" } ] },
          { "type": "checklist", "key": "many", "label": "m", "values": [ { "value": "x", "label": "x" }, { "value": "y", "label": "y" } ] },
          { "type": "textfield", "key": "phone", "label": "p", "validate": { "validationType": "phone" }, "properties": { "personal": "phone" } },
          { "type": "group", "label": "g", "conditional": { "hide": "=kind != \"b\"" }, "components": [
            { "type": "textarea", "key": "why", "label": "w", "validate": { "required": true, "minLength": 2 } } ] }
        ] }
        """;

    private static readonly FormDefinition Form = FormReader.Read("test", Json, "test.form.json", out _)!;

    [Fact]
    public void Types_what_was_posted()
    {
        var result = Post(("title", ["Lamp"]), ("amount", ["2.50"]), ("day", ["2026-01-05"]), ("sure", ["on"]), ("kind", ["a"]), ("many", ["x", "y"]), ("phone", ["+86 139 0000 0000"]));
        Assert.Empty(result.Errors);
        Assert.Equal(
            TestCase.Values([("title", "Lamp"), ("amount", 2.50m), ("day", FeelDate.From(new DateOnly(2026, 1, 5))), ("sure", true), ("kind", "a"), ("many", new[] { "x", "y" })]),
            result.Values);
        Assert.Equal([new KeyValuePair<string, string>("phone", "+86 139 0000 0000")], result.Personal);
    }

    [Fact]
    public void A_form_that_is_given_other_fields_is_checked_by_those() =>
        Assert.Equal(["title"], (Form with { Fields = Form.Fields[..1] }).Flat.Select(field => field.Key));

    [Fact]
    public void An_emptied_field_is_null_and_an_unticked_box_is_false() =>
        Assert.Equal(
            TestCase.Values([("title", "Lamp"), ("amount", null), ("day", null), ("sure", false), ("kind", null), ("many", null)]),
            Post(("title", ["Lamp"]), ("amount", [""])).Values);

    [Theory]
    [InlineData("title", "", "required", null)]
    [InlineData("title", "too long", "too-long", "5")]
    [InlineData("amount", "many", "not-a-number", null)]
    [InlineData("amount", "0", "too-small", "1")]
    [InlineData("amount", "11", "too-large", "10")]
    [InlineData("day", "tomorrow", "not-a-date", null)]
    [InlineData("kind", "c", "not-an-option", null)]
    [InlineData("many", "z", "not-an-option", null)]
    [InlineData("phone", "call me", "not-a-phone", null)]
    [InlineData("other", "x", "unknown-field", null)]
    [InlineData("why", "because", "hidden-field", null)]
    public void Refuses_what_is_not_right(string field, string value, string code, string? limit)
    {
        var posted = field == "title" ? Post((field, [value])) : Post(("title", ["Lamp"]), (field, [value]));
        Assert.Equal([new FormError(field, code, limit)], posted.Errors.AsEnumerable());
    }

    [Fact]
    public void A_field_that_shows_is_asked_for() =>
        Assert.Equal([new FormError("why", "required")], Post(("title", ["Lamp"]), ("kind", ["b"])).Errors.AsEnumerable());

    [Fact]
    public void Typed_values_are_checked_in_the_same_way()
    {
        var result = FormValidator.Validate(Form, TestCase.Values([("title", "Lamp"), ("amount", "2"), ("day", "2026-01-05")]), TestCase.Monday);
        Assert.Equal([new FormError("amount", "not-a-number")], result.Errors.AsEnumerable());
        Assert.Equal(FeelDate.From(new DateOnly(2026, 1, 5)), result.Values.Find("day"));
        Assert.Null(result.Values.Find("kind"));
    }

    [Theory]
    [InlineData("""{ "components": [ { "type": "html", "key": "a" } ] }""", "form-component")]
    [InlineData("""{ "components": [ { "type": "number" } ] }""", "form-key")]
    [InlineData("""{ "components": [ { "type": "number", "key": "a" }, { "type": "number", "key": "a" } ] }""", "form-key")]
    [InlineData("""{ "components": [ { "type": "number", "key": "a", "conditional": { "hide": "=(" } } ] }""", "feel-syntax")]
    [InlineData("""{ "schemaVersion": 19, "components": [ ] }""", "form-schema")]
    [InlineData("""{ }""", "form-schema")]
    [InlineData("""{ "components": [ """, "form-json")]
    public void Refuses_a_schema_it_could_not_check(string json, string rule)
    {
        Assert.Null(FormReader.Read("f", json, "f.form.json", out var problems));
        Assert.Equal([(rule, ProblemSeverity.Error)], problems.Select(problem => (problem.Rule, problem.Severity)));
    }

    private static FormResult Post(params (string Field, string[] Values)[] fields) => FormValidator.Validate(
        Form, fields.ToImmutableDictionary(field => field.Field, field => (IReadOnlyList<string>)field.Values), TestCase.Monday);
}
