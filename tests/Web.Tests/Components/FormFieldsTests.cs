using Bunit;
using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Forms;
using CaseFlow.Engine.Model;
using CaseFlow.Web.Components.Forms;
using CaseFlow.Web.Tests.Support;

namespace CaseFlow.Web.Tests.Components;

public sealed class FormFieldsTests : BunitContext
{
    private static readonly FormOption[] YesNo = [new("yes", new LocalText("是", "Yes")), new("no", new LocalText("否", "No"))];

    private static readonly FormDefinition Rating = new("rate",
    [
        Field("solved", "radio", "Is it solved?") with { Required = true, Options = [.. YesNo] },
        Field("reason", "textarea", "What is not?") with { Required = true, HideWhen = "=solved != \"no\"" },
        Field("score", "number", "How satisfied are you?") with { Required = true },
        Field("tags", "checklist", "What about?") with { Options = [.. YesNo] },
    ]);

    public FormFieldsTests()
    {
        Services.AddWords();
        SetRendererInfo(new Microsoft.AspNetCore.Components.RendererInfo("Static", false));
    }

    [Fact]
    public void Ties_label_help_and_error_to_the_field()
    {
        var form = new FormDefinition("one", [Field("phone", "textfield", "Phone") with { Description = new LocalText("手机或座机", "Mobile or landline") }]);
        var page = Show(form, new FormValues(), new FormError("phone", "not-a-phone"));
        var input = page.Find("input");
        Assert.Equal("f-phone", page.Find("label").GetAttribute("for"));
        Assert.Equal(["Mobile or landline", "This does not look like a telephone number. Please check it."],
            input.GetAttribute("aria-describedby")!.Split(' ').Select(id => page.Find($"#{id}").TextContent));
        Assert.Equal("true", input.GetAttribute("aria-invalid"));
    }

    [Fact]
    public void Says_which_answers_are_optional()
    {
        var form = new FormDefinition("two", [Field("a", "textfield", "Name"), Field("b", "textfield", "Title") with { Required = true }]);
        Assert.Equal(["Name (optional)", "Title"], Show(form, new FormValues()).FindAll("label").Select(label => label.TextContent.Trim()));
    }

    [Fact]
    public void Asks_what_follows_from_an_answer_only_after_it()
    {
        var values = new FormValues();
        Assert.Empty(Show(Rating, values).FindAll("[name=reason]"));
        values.Set("solved", "no");
        Assert.Single(Show(Rating, values).FindAll("[name=reason]"));
    }

    [Fact]
    public void Offers_to_show_what_follows_where_no_script_runs() =>
        Assert.Equal("solved", Assert.Single(Show(Rating, new FormValues()).FindAll("button[name=_refresh]")).GetAttribute("value"));

    [Fact]
    public void Draws_a_score_as_stars_with_words()
    {
        var choices = Show(Rating, new FormValues()).FindAll(".cf-scale label");
        Assert.Equal(["★★★★★ Very satisfied", "★★★★☆ Satisfied", "★★★☆☆ Neither", "★★☆☆☆ Dissatisfied", "★☆☆☆☆ Very dissatisfied"],
            choices.Select(choice => string.Join(' ', choice.QuerySelectorAll("span").Select(part => part.TextContent))));
    }

    [Fact]
    public void Follows_what_is_typed_on_an_interactive_page()
    {
        SetRendererInfo(new Microsoft.AspNetCore.Components.RendererInfo("Server", true));
        var values = new FormValues();
        var page = Show(Rating, values);
        page.Find("[name=solved][value=no]").Change("no");
        page.Find("[name=reason]").Change("still dark");
        page.FindAll("[name=tags]")[1].Change(true);
        page.FindAll("[name=tags]")[0].Change(true);
        page.FindAll("[name=tags]")[1].Change(false);
        Assert.Equal(["reason=still dark", "solved=no", "tags=yes"],
            values.ToPost(Rating, Words.Now).Values.Select(field => $"{field.Key}={string.Join(',', field.Value)}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Does_not_send_answers_to_questions_that_were_taken_away()
    {
        var values = new FormValues();
        values.Set("reason", "still dark");
        values.Set("solved", "yes");
        Assert.Equal(["solved"], values.ToPost(Rating, Words.Now).Values.Keys);
    }

    [Fact]
    public void Begins_with_the_defaults_of_the_form()
    {
        var form = new FormDefinition("three", [Field("urgency", "textfield", "Urgency") with { Default = FeelValue.From("normal") }, Field("place", "textfield", "Place")]);
        var page = Show(form, FormValues.Initial(form, new Dictionary<string, string> { ["place"] = "东门" }));
        Assert.Equal(["normal", "东门"], page.FindAll("input").Select(input => input.GetAttribute("value")));
    }

    private IRenderedComponent<FormFields> Show(FormDefinition form, FormValues values, params FormError[] errors) =>
        Render<FormFields>(parameters => parameters.Add(fields => fields.Form, form).Add(fields => fields.Values, values).Add(fields => fields.Errors, errors));

    private static FormField Field(string key, string type, string label) =>
        new(key, type, new LocalText(label, label), null, false, [], new FormLimits(), null, null, null, [], FeelValue.Null);
}
