using System.Text.Json.Nodes;
using CaseFlow.Activities.SuggestAnswers;
using CaseFlow.Activities.SuggestDuplicates;

namespace CaseFlow.Activities.Tests;

public sealed class SuggestionTests
{
    [Fact]
    public async Task Suggests_the_most_alike_first_and_leaves_out_what_is_not()
    {
        var world = new World();
        world.Cases.AddRange(
        [
            World.Text(World.Self, "1", "榆荫路路灯不亮", "榆荫路3号", "lamp"),
            World.Text(World.Id(2), "2", "榆荫路的路灯不亮了"),
            World.Text(World.Id(3), "3", "榆荫路路灯不亮", "榆荫路3号", "lamp"),
            World.Text(World.Id(4), "4", "小区垃圾没有清运"),
        ]);

        var answer = Assert.IsType<Completed>(await new SuggestDuplicatesActivity(world).RunAsync(World.Call(), default)).Answer;

        Assert.Equal(["3", "2"], answer!.AsArray().Select(row => row!["number"]!.GetValue<string>()));
        Assert.Equal(1m, answer[0]!["score"]!.GetValue<decimal>());
    }

    [Fact]
    public async Task Suggests_only_enquiries_that_were_answered()
    {
        var world = new World();
        world.Cases.AddRange([World.Text(World.Self, "1", "如何办理居住证"), World.Text(World.Id(2), "2", "怎样办理居住证"), World.Text(World.Id(3), "3", "如何办理居住证")]);
        world.Answers[World.Id(2)] = "带身份证到窗口";

        var answer = Assert.IsType<Completed>(await new SuggestAnswersActivity(world).RunAsync(World.Call(), default)).Answer;

        Assert.Equal([("2", "带身份证到窗口")], answer!.AsArray().Select(row => (row!["number"]!.GetValue<string>(), row["text"]!.GetValue<string>())));
    }

    [Fact]
    public async Task Suggests_nothing_for_a_case_that_is_gone() =>
        Assert.Equal("[]", Assert.IsType<Completed>(await new SuggestDuplicatesActivity(new World()).RunAsync(World.Call(new JsonObject { ["most"] = 2 }), default)).Answer!.ToJsonString());
}
