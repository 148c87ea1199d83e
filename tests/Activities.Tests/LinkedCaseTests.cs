using System.Text.Json.Nodes;
using CaseFlow.Activities.CountEvaluations;
using CaseFlow.Activities.LinkCase;
using CaseFlow.Activities.MergeInto;
using CaseFlow.Activities.MessageLinked;
using CaseFlow.Activities.OpenCase;

namespace CaseFlow.Activities.Tests;

public sealed class LinkedCaseTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Messages_each_open_case_by_its_number()
    {
        var world = new World();
        world.Linked.AddRange([new(World.Id(2), "2", true, null), new(World.Id(3), "3", false, "withdrawn"), new(World.Id(4), "4", true, null)]);
        var settings = new JsonObject { ["role"] = "need", ["message"] = "done", ["variables"] = new JsonObject { ["a"] = 1 } };

        var result = await new MessageLinkedActivity(world, world).RunAsync(World.Call(settings), default);

        Assert.Equal([$"send done to 2 {{\"a\":1}} as k:1:{World.Id(2):N}", $"send done to 4 {{\"a\":1}} as k:1:{World.Id(4):N}"], world.Done);
        Assert.Equal("""{"sent":2}""", ((Completed)result).Answer!.ToJsonString());
    }

    [Fact]
    public async Task Messages_only_the_one_that_is_named()
    {
        var world = new World();
        world.Linked.AddRange([new(World.Id(2), "2", true, null), new(World.Id(4), "4", true, null)]);

        await new MessageLinkedActivity(world, world).RunAsync(World.Call(new JsonObject { ["role"] = "need", ["message"] = "done", ["only"] = "4" }), default);

        Assert.Equal([$"send done to 4 {{}} as k:1:{World.Id(4):N}"], world.Done);
    }

    [Fact]
    public async Task Counts_answers_of_this_round_and_those_who_are_content_for_good()
    {
        var world = new World { StageEntered = Noon };
        world.Linked.AddRange(
        [
            new(World.Id(2), "2", true, null), new(World.Id(3), "3", true, null), new(World.Id(4), "4", true, null), new(World.Id(5), "5", false, "withdrawn"),
        ]);
        world.Evaluations[World.Id(2)] = new(Noon.AddDays(-9), 5, true);
        world.Evaluations[World.Id(3)] = new(Noon.AddDays(-9), 1, false);
        world.Evaluations[World.Id(4)] = new(Noon.AddHours(1), 2, false);
        world.Evaluations[World.Id(5)] = new(Noon.AddHours(1), 1, false);

        var result = await new CountEvaluationsActivity(world, world).RunAsync(World.Call(new JsonObject { ["role"] = "need" }), default);

        Assert.Equal("""{"asked":3,"answered":2,"solved":1,"unsolved":1,"average":3.5}""", ((Completed)result).Answer!.ToJsonString());
    }

    [Fact]
    public async Task Opens_a_case_with_settings_as_variables_and_links_both()
    {
        var world = new World();
        var settings = new JsonObject { ["flow"] = "project", ["role"] = "project", ["title"] = "食堂" };

        var result = await new OpenCaseActivity(world, world).RunAsync(World.Call(settings, new JsonObject { ["unit"] = "c5" }), default);

        Assert.Equal(["open project {\"title\":\"\\u98DF\\u5802\",\"unit\":\"c5\"}", $"link {World.Id(9):N} as project/need"], world.Done);
        Assert.Equal("9", ((Completed)result).Answer!["number"]!.GetValue<string>());
    }

    [Fact]
    public async Task Gives_a_business_error_when_no_case_has_the_number()
    {
        var world = new World();
        var call = World.Call(new JsonObject { ["number"] = "7" });

        Assert.Equal("no-such-case", Assert.IsType<Failed>(await new LinkCaseActivity(world).RunAsync(call, default)).ErrorCode);
        Assert.Equal("no-such-case", Assert.IsType<Failed>(await new MergeIntoActivity(world, world).RunAsync(call, default)).ErrorCode);
        Assert.Empty(world.Done);
    }

    [Fact]
    public async Task Makes_a_merged_case_the_child_of_the_main_one()
    {
        var world = new World();
        world.Cases.Add(World.Text(World.Id(2), "2", "x"));

        await new MergeIntoActivity(world, world).RunAsync(World.Call(new JsonObject { ["number"] = " 2 " }), default);

        Assert.Equal([$"link {World.Id(2):N} as parent/child"], world.Done);
    }

    [Fact]
    public async Task Refuses_a_setting_without_a_value() =>
        await Assert.ThrowsAsync<SettingException>(() => new LinkCaseActivity(new World()).RunAsync(World.Call(new JsonObject { ["number"] = null }), default));
}
