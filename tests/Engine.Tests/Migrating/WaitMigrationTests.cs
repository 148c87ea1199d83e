using CaseFlow.Engine.State;

namespace CaseFlow.Engine.Tests.Migrating;

/// <summary>What becomes of each kind of wait when a case moves.</summary>
public sealed class WaitMigrationTests
{
    private const string Messages = """<message id="m1" name="one" /><message id="m2" name="two" /><signal id="s1" name="bell" />""";

    [Fact]
    public void A_running_timer_keeps_its_time() => From(Catch("<timerEventDefinition><timeDuration>PT2H</timeDuration></timerEventDefinition>"), Catch("<timerEventDefinition><timeDuration>PT9H</timeDuration></timerEventDefinition>"))
        .Started().Migrate(2).After("PT2H").ThenStatus(CaseStatus.Completed);

    [Fact]
    public void A_wait_for_the_same_message_goes_on() => From(Catch("""<messageEventDefinition messageRef="m1" />"""), Catch("""<messageEventDefinition messageRef="m1" />""", "w2"))
        .Started().ThenLive("w").Migrate(2, ("w", "w2")).Then(
            "case started p", "+ start", "- start", "> start->w", "+ w", "waits for message one at w", "moved from test@1 to test@2")
        .Message("w2").ThenStatus(CaseStatus.Completed);

    [Fact]
    public void A_wait_for_another_message_is_opened_anew() => From(Catch("""<messageEventDefinition messageRef="m1" />"""), Catch("""<messageEventDefinition messageRef="m2" />"""))
        .Started().Migrate(2).Then(
            "case started p", "+ start", "- start", "> start->w", "+ w", "waits for message one at w", "wait at w withdrawn", "moved from test@1 to test@2", "waits for message two at w");

    [Fact]
    public void A_wait_for_a_signal_goes_on() => From(Catch("""<signalEventDefinition signalRef="s1" />"""), Catch("""<signalEventDefinition signalRef="s1" />"""))
        .Started().Migrate(2).Signal("bell").ThenStatus(CaseStatus.Completed);

    [Fact]
    public void A_condition_that_reads_otherwise_is_looked_at_at_once() => From(
        Catch("<conditionalEventDefinition><condition>x = 1</condition></conditionalEventDefinition>"), Catch("<conditionalEventDefinition><condition>x = 2</condition></conditionalEventDefinition>"))
        .Started(("x", 2)).ThenLive("w").Migrate(2).ThenStatus(CaseStatus.Completed);

    [Fact]
    public void Boundary_events_of_the_new_version_are_opened_and_vanished_ones_withdrawn() => From(
        Task("""<boundaryEvent id="old" attachedToRef="a"><messageEventDefinition messageRef="m1" /></boundaryEvent><sequenceFlow sourceRef="old" targetRef="end" />"""),
        Task("""<boundaryEvent id="new" attachedToRef="a"><timerEventDefinition><timeDuration>PT1H</timeDuration></timerEventDefinition></boundaryEvent><sequenceFlow sourceRef="new" targetRef="end" />"""))
        .Started().Later("PT3H").Migrate(2).Then(
            "case started p", "+ start", "- start", "> start->a", "+ a", "waits for message one at old", "task a",
            "wait at old withdrawn", "moved from test@1 to test@2", "timer new at 01-05 13:00")
        .After("PT1H").ThenStatus(CaseStatus.Completed);

    [Fact]
    public void A_reminder_that_has_been_given_is_not_given_again() => From(Task(Reminder("remind")), Task(Reminder("remind2")))
        .Started().After("PT2H").Migrate(2, ("remind", "remind2")).After("PT9H").ThenCompleted("start", "remind", "told");

    [Fact]
    public void A_boundary_event_named_for_another_owner_is_refused() => From(
        Task("""<boundaryEvent id="old" attachedToRef="a"><messageEventDefinition messageRef="m1" /></boundaryEvent><sequenceFlow sourceRef="old" targetRef="end" />"""), Task(""))
        .Started().Migrate(2, ("old", "end")).ThenRejected("wait-elsewhere", "Expected end to belong to what continues the owner of old, but it does not.");

    [Fact]
    public void An_event_gateway_waits_for_what_the_new_version_names() => From(Gateway("m1"), Gateway("m1", "m2"))
        .Started().Migrate(2).Then(
            "case started p", "+ start", "- start", "> start->g", "+ g", "waits for message one at e-m1", "moved from test@1 to test@2", "waits for message two at e-m2")
        .Message("e-m2").ThenStatus(CaseStatus.Completed);

    [Fact]
    public void Event_subprocesses_of_the_new_version_can_happen() => From(Task(""), Task("""
        <subProcess id="withdraw" triggeredByEvent="true"><startEvent id="ws"><messageEventDefinition messageRef="m1" /></startEvent><endEvent id="we" /><sequenceFlow sourceRef="ws" targetRef="we" /></subProcess>
        """))
        .Started().Migrate(2).Message("ws").ThenStatus(CaseStatus.Completed);

    [Fact]
    public void What_an_interrupting_event_closed_stays_closed()
    {
        const string Sub = """<subProcess id="esc" triggeredByEvent="true"><startEvent id="es"><messageEventDefinition messageRef="m1" /></startEvent><userTask id="et" /><sequenceFlow sourceRef="es" targetRef="et" /></subProcess>""";
        const string Other = """<subProcess id="more" triggeredByEvent="true"><startEvent id="ms" isInterrupting="false"><messageEventDefinition messageRef="m2" /></startEvent><userTask id="mt" /><sequenceFlow sourceRef="ms" targetRef="mt" /></subProcess>""";
        var test = From(Task(Sub), Task(Sub + Other)).Started().Message("es").Migrate(2);
        Assert.Null(test.Rejection);
        Assert.Empty(test.State!.Subscriptions);
        test.Complete("et").ThenStatus(CaseStatus.Completed);
    }

    [Fact]
    public void A_wait_that_cannot_be_worked_out_stops_the_move() => From(Task(""), Task(
        """<boundaryEvent id="new" attachedToRef="a"><timerEventDefinition><timeDate>= someday</timeDate></timerEventDefinition></boundaryEvent><sequenceFlow sourceRef="new" targetRef="end" />"""))
        .Started().Migrate(2).ThenRejected("expression", "Expected a time or a duration from '=someday' at a, but it is null (someday not set).");

    private static TestCase From(string one, string two) => MigrationTests.From(one, two, Messages);

    private static string Catch(string definition, string id = "w") => $"""
        <startEvent id="start" /><intermediateCatchEvent id="{id}">{definition}</intermediateCatchEvent><endEvent id="end" />
        <sequenceFlow sourceRef="start" targetRef="{id}" /><sequenceFlow sourceRef="{id}" targetRef="end" />
        """;

    private static string Task(string more) => $"""
        <startEvent id="start" /><userTask id="a" /><endEvent id="end" /><sequenceFlow sourceRef="start" targetRef="a" /><sequenceFlow sourceRef="a" targetRef="end" />{more}
        """;

    private static string Reminder(string id) => $"""
        <boundaryEvent id="{id}" attachedToRef="a" cancelActivity="false"><timerEventDefinition><timeDuration>PT1H</timeDuration></timerEventDefinition></boundaryEvent>
        <endEvent id="told" /><sequenceFlow sourceRef="{id}" targetRef="told" />
        """;

    private static string Gateway(params string[] messages) => $"""
        <startEvent id="start" /><eventBasedGateway id="g" /><endEvent id="end" /><sequenceFlow sourceRef="start" targetRef="g" />
        {string.Concat(messages.Select(m => $"<intermediateCatchEvent id=\"e-{m}\"><messageEventDefinition messageRef=\"{m}\" /></intermediateCatchEvent><sequenceFlow sourceRef=\"g\" targetRef=\"e-{m}\" /><sequenceFlow sourceRef=\"e-{m}\" targetRef=\"end\" />"))}
        """;
}
