using CaseFlow.Engine.Commands;
using CaseFlow.Engine.Feel;

namespace CaseFlow.Engine.Tests.Execution;

public sealed class DeadLettersTests
{
    private const string Job = """
        <startEvent id="start" /><serviceTask id="tell"><extensionElements><caseflow:activity type="notify-reporter" /></extensionElements></serviceTask>
        <sequenceFlow sourceRef="start" targetRef="tell" />
        """;

    [Fact]
    public void Sending_again_is_recorded_and_changes_nothing() =>
        Started().When(new HandleDeadLetter(TestCase.Someone, "2:1", "notify-reporter", "resent", "line is back", 2)).Then("dead-letter-handled");

    [Fact]
    public void Dropping_fails_the_job_for_good_so_that_its_step_is_seen() =>
        Started().When(new HandleDeadLetter(TestCase.Someone, "2:1", "notify-reporter", "dropped", "told by phone", 2))
            .Then("dead-letter-handled", "job tell failed, 0 left", "incident job-failed at tell");

    [Fact]
    public void A_reason_is_needed() =>
        Started().When(new HandleDeadLetter(TestCase.Someone, "2:1", "notify-reporter", "resent", " ", 2))
            .ThenRejected("reason-missing", "Expected a reason for going on at notify-reporter, but none was given.");

    [Fact]
    public void An_answer_to_an_attempt_that_is_over_is_refused()
    {
        var test = Started().When(new FailJob(TestCase.Someone, 2, "no line", RetriesLeft: 1, Attempt: 1)).Then("job tell failed, 1 left");
        test.When(new CompleteJob(TestCase.Someone, 2, FeelContext.Empty, Attempt: 1))
            .ThenRejected("job-attempt-over", "Expected an answer to attempt 2 of job 2, but this is attempt 1.");
        test.When(new FailJob(TestCase.Someone, 2, "no line", Attempt: 2)).Then("job tell failed, 0 left", "incident job-failed at tell");
        test.When(new FailJob(TestCase.Someone, 2, "no line", Attempt: 2)).ThenRejected("job-attempt-over", "Expected an answer to attempt 3 of job 2, but this is attempt 2.");
    }

    private static TestCase Started() => Given.Process(Job).Started().Then("case started p", "+ start", "- start", "> start->tell", "+ tell", "job tell notify-reporter ");
}
