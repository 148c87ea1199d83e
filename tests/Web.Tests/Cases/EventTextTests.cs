using System.Runtime.CompilerServices;
using CaseFlow.Engine.Events;
using CaseFlow.Web.Cases;
using CaseFlow.Web.Resources;
using CaseFlow.Web.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace CaseFlow.Web.Tests.Cases;

public sealed class EventTextTests
{
    private static readonly string[] Types =
        [.. typeof(CaseEvent).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(CaseEvent)) && !type.IsAbstract)
            .Select(type => EventJson.TypeOf((CaseEvent)RuntimeHelpers.GetUninitializedObject(type)))];

    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public void Every_event_of_the_engine_has_a_sentence(string language)
    {
        using var context = new StaffContext(language);
        var text = Localizer(context);
        Assert.True(Types.Length > 40);
        Assert.DoesNotContain(Types, type => text[$"Event.{type}"].ResourceNotFound);
    }

    [Fact]
    public void Every_event_in_the_story_is_one_of_the_engine() => Assert.Subset(Types.ToHashSet(), EventText.Types.ToHashSet());

    [Fact]
    public void An_event_names_what_it_is_about()
    {
        using var context = new StaffContext("en");
        Assert.Equal("Completed the task “Handle”", EventText.Of("task-completed", "Handle", Localizer(context)));
    }

    [Fact]
    public void An_unnamed_way_is_told_without_its_id()
    {
        using var context = new StaffContext("en");
        Assert.Equal("Went on as the condition said", EventText.Of("sequence-flow-taken", null, Localizer(context)));
    }

    [Theory]
    [InlineData("clock-marked", "Breach", "The promised time has passed")]
    [InlineData("clock-changed", "extend: waits for parts", "Extended: waits for parts")]
    [InlineData("case-migrated", "1 → 2: new law", "From version 1 to version 2: new law")]
    [InlineData("incident-raised", "no-path: Expected a way, but there is none.", "None of the ways on from here fits this case.")]
    [InlineData("incident-raised", "call-depth: Expected less.", "The step could not go on.")]
    [InlineData("incident-resolved", "skipped: known by phone", "Skipped: known by phone")]
    [InlineData("note-added", "Breach", "Breach")]
    [InlineData("message-received", "not our area: block 2", "not our area: block 2")]
    [InlineData("task-claimed", "林志远", null)]
    [InlineData("task-completed", null, null)]
    public void Why_it_happened_is_said_in_words(string type, string? why, string? words)
    {
        using var context = new StaffContext("en");
        Assert.Equal(words, EventText.WhyOf(type, why, Localizer(context)));
    }

    [Theory]
    [InlineData("task-completed", null, true)]
    [InlineData("element-activated", null, false)]
    [InlineData("sequence-flow-taken", null, false)]
    [InlineData("sequence-flow-taken", "default", false)]
    [InlineData("sequence-flow-taken", "chosen", false)]
    [InlineData("sequence-flow-taken", "scope = \"out\"", true)]
    public void The_story_leaves_out_what_only_moves_tokens(string type, string? why, bool told) => Assert.Equal(told, EventText.IsStory(type, why));

    private static IStringLocalizer<UiText> Localizer(StaffContext context) => context.Services.GetRequiredService<IStringLocalizer<UiText>>();
}
