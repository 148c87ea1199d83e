using CaseFlow.Engine.Commands;
using CaseFlow.Engine.Events;
using CaseFlow.Engine.Migrating;
using CaseFlow.Engine.Model;
using CaseFlow.Engine.State;

namespace CaseFlow.Engine.Tests.Migrating;

public sealed class MigrationTests
{
    private const string Two = """
        <startEvent id="start" /><userTask id="a" name="A" /><userTask id="b" name="B" /><endEvent id="end" />
        <sequenceFlow id="f1" sourceRef="start" targetRef="a" /><sequenceFlow id="f2" sourceRef="a" targetRef="b" /><sequenceFlow id="f3" sourceRef="b" targetRef="end" />
        """;

    /// <summary>The second version asks a third person, between the two.</summary>
    private const string Three = """
        <startEvent id="start" /><userTask id="a" name="A" /><userTask id="between" name="Between" /><userTask id="b" name="B new" /><endEvent id="end" />
        <sequenceFlow id="f1" sourceRef="start" targetRef="a" /><sequenceFlow id="f2" sourceRef="a" targetRef="between" /><sequenceFlow id="f4" sourceRef="between" targetRef="b" />
        <sequenceFlow id="f3" sourceRef="b" targetRef="end" />
        """;

    [Fact]
    public void An_open_task_goes_on_under_the_new_version_and_leads_to_its_next_step()
    {
        var test = From(Two, Three).Started();
        var key = test.KeyOf("a");
        test.When(new ClaimTask(TestCase.Someone, key, "wang"))
            .Then("case started p", "+ start", "- start", "> f1", "+ a", "task a", "task-claimed")
            .Migrate(2)
            .Then("moved from test@1 to test@2")
            .ThenTask("a", null, null, "wang");
        Assert.Equal((key, new FlowRef("test", 2)), (test.KeyOf("a"), test.State!.Flow));
        test.Complete("a").ThenLive("between").Complete("between").Complete("b").ThenStatus(CaseStatus.Completed);
    }

    [Fact]
    public void Completed_steps_never_run_again()
    {
        var test = From(Two, Three).Started().Complete("a");
        test.Then("case started p", "+ start", "- start", "> f1", "+ a", "task a", "task a done by wang", "- a", "> f2", "+ b", "task b")
            .Migrate(2).Then("moved from test@1 to test@2")
            .Complete("b").Then("task b done by wang", "- b", "> f3", "+ end", "- end", "case completed");
        Assert.Equal(4, test.Events.OfType<ElementActivated>().Count());
    }

    /// <summary>Named in "what must never happen": the steps after the move must be those of the new version alone.</summary>
    [Fact]
    public void No_moved_case_goes_on_with_the_old_definition()
    {
        var test = From(Two, Three).Started().Migrate(2).Complete("a");
        test.ThenLive("between").ThenTasks("Between").Complete("between").ThenTasks("B new");
    }

    [Fact]
    public void A_case_that_is_not_moved_keeps_its_version() => From(Two, Three).Started().Complete("a").ThenTasks("B");

    [Fact]
    public void A_step_is_continued_by_the_one_named_for_it()
    {
        var test = From(Two, Three.Replace("\"b\"", "\"bb\"", StringComparison.Ordinal)).Started().Complete("a");
        var key = test.KeyOf("b");
        test.Migrate(2, ("b", "bb")).ThenTasks("B new");
        Assert.Equal(key, test.KeyOf("bb"));
    }

    [Fact]
    public void Goes_back_to_the_older_version_too() => From(Two, Three).Started().Migrate(2).Migrate(1).Complete("a").ThenTasks("B");

    [Fact]
    public void Refuses_a_step_that_nothing_continues()
    {
        var test = From(Three, Two).Started().Complete("a").Migrate(2);
        test.ThenRejected("step-missing", "Expected a step of test@2 to continue between, but there is no between.");
        Assert.Equal(new FlowRef("test", 1), test.State!.Flow);
    }

    [Fact]
    public void Refuses_a_step_of_another_kind() => From(Two, Two.Replace("userTask id=\"a\"", "serviceTask id=\"a\"", StringComparison.Ordinal))
        .Started().Migrate(2).ThenRejected("step-kind", "Expected a to continue a of kind UserTask, but it is of kind ServiceTask.");

    [Fact]
    public void A_manual_task_continues_a_user_task() => From(Two, Two.Replace("userTask", "manualTask", StringComparison.Ordinal))
        .Started().Migrate(2).Complete("a").Complete("b").ThenStatus(CaseStatus.Completed);

    [Fact]
    public void Refuses_a_step_that_stands_in_another_scope() => From(
        Two,
        """
        <startEvent id="start" /><subProcess id="sub"><userTask id="a" /></subProcess><userTask id="b" /><sequenceFlow id="f1" sourceRef="start" targetRef="sub" /><sequenceFlow id="f2" sourceRef="sub" targetRef="b" />
        """)
        .Started().Migrate(2).ThenRejected("step-nesting", "Expected a to stand in the scope that continues p, but it stands elsewhere.");

    [Fact]
    public void Refuses_what_is_no_other_version_of_the_flow()
    {
        var test = From(Two, Three).Started();
        test.Migrate(1).ThenRejected("other-flow", "Expected another version of test@1, but found test@1.");
        test.Migrate(3).ThenRejected("unknown-version", "Expected a published version, but there is no test@3.");
        test.When(new MigrateCase(TestCase.Someone, new FlowRef("test", 2), new FlowRef("test", 1), MigrationMap.Same, "why"))
            .ThenRejected("not-on-version", "Expected a case that runs test@2, but 260105-00001 runs test@1.");
        test.When(new MigrateCase(TestCase.Someone, new FlowRef("test", 1), new FlowRef("test", 2), MigrationMap.Same, " "))
            .ThenRejected("reason-missing", "Expected a reason for moving 260105-00001 to test@2, but none was given.");
    }

    [Fact]
    public void A_closed_case_is_not_moved() => From(Two, Three).Started().Complete("a").Complete("b").Migrate(2)
        .ThenRejected("case-closed", "Expected a running case, but 260105-00001 is completed.");

    [Fact]
    public void The_plan_says_where_the_case_stands_and_all_that_is_in_the_way()
    {
        var (one, two) = (Given.Version(1, Two), Given.Version(2, Three.Replace("\"a\"", "\"c\"", StringComparison.Ordinal)));
        var test = new TestCase(one, two).Started();
        var world = new TestWorld(one, two);
        Assert.Equal(["a -> ", "step-missing a"], Of(Migration.Plan(world, test.State!, one.Ref, two.Ref, MigrationMap.Same)));
        Assert.Equal(["a -> c"], Of(Migration.Plan(world, test.State!, one.Ref, two.Ref, MigrationMap.Of([new("a", "c")]))));
    }

    [Fact]
    public void A_task_follows_the_new_version_in_what_nobody_decided_for_it()
    {
        var test = From(Team(Two, "old"), Team(Three, "new")).Started();
        test.Migrate(2).ThenTask("a", "new", null, null);
        test = From(Team(Two, "old"), Team(Three, "new")).Started();
        test.When(new TransferTask(TestCase.Someone, test.KeyOf("a"), null, "other", null, "theirs")).Migrate(2).ThenTask("a", "other", null, null);
    }

    [Fact]
    public void Who_must_be_independent_in_the_new_version_gives_the_task_back()
    {
        var independent = Three.Replace("<userTask id=\"b\" name=\"B new\" />", "<userTask id=\"b\"><extensionElements><caseflow:assignment not=\"a\" /></extensionElements></userTask>", StringComparison.Ordinal);
        var test = From(Two, independent).Started().Complete("a");
        test.When(new ClaimTask(TestCase.Someone, test.KeyOf("b"), "wang")).Migrate(2).ThenTask("b", null, null, null);
        Assert.Equal("wang", Assert.Single(test.State!.Tasks.Values.Single().Excluded));
    }

    [Fact]
    public void The_move_is_one_event_with_both_versions_and_the_reason()
    {
        var test = From(Two, Three).Started().Migrate(2);
        var moved = Assert.IsType<CaseMigrated>(test.Events[^1]);
        Assert.Equal((new FlowRef("test", 1), new FlowRef("test", 2), "better flow"), (moved.From, moved.To, moved.Reason));
    }

    internal static TestCase From(string one, string two, string rootOne = "", string? rootTwo = null) =>
        new(Given.Version(1, one, rootOne), Given.Version(2, two, rootTwo ?? rootOne));

    private static IEnumerable<string> Of(MigrationPlan plan) =>
        [.. plan.Places.Select(place => $"{place.ElementId} -> {place.Target}"), .. plan.Problems.Select(problem => $"{problem.Code} {problem.ElementId}")];

    private static string Team(string flow, string team) =>
        flow.Replace("<userTask id=\"a\" name=\"A\" />", $"<userTask id=\"a\" name=\"A\"><extensionElements><caseflow:assignment team=\"{team}\" /></extensionElements></userTask>", StringComparison.Ordinal);
}
