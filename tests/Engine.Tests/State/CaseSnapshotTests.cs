using System.Globalization;
using System.Text;
using CaseFlow.Engine.State;

namespace CaseFlow.Engine.Tests.State;

public sealed class CaseSnapshotTests
{
    [Theory]
    [InlineData("{\"format\":2,\"case\":{}}", "Expected a snapshot of format 1 to 1, but found format 2.")]
    [InlineData("{\"format\":0,\"case\":{}}", "Expected a snapshot of format 1 to 1, but found format 0.")]
    [InlineData("{\"case\":{}}", "Expected a snapshot of a case with its format, but found something else.")]
    public void Refuses_a_format_it_does_not_know(string json, string message) =>
        Assert.Equal(message, Assert.Throws<FormatException>(() => CaseSnapshot.Read(Encoding.UTF8.GetBytes(json))).Message);

    [Fact]
    public void Refuses_what_is_broken() => Assert.Throws<FormatException>(() => CaseSnapshot.Read("{\"format\":1,\"case\":{"u8));

    [Fact]
    public void Writes_ids_in_the_same_order_on_every_machine()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("en-US");
            var run = Given.Process("""
                <startEvent id="start"/><sequenceFlow id="f1" sourceRef="start" targetRef="apply"/>
                <subProcess id="apply"><extensionElements><caseflow:stage order="1"/></extensionElements><userTask id="in-apply"/></subProcess>
                <sequenceFlow id="f2" sourceRef="apply" targetRef="Zeal"/>
                <subProcess id="Zeal"><extensionElements><caseflow:stage order="2"/></extensionElements><userTask id="in-zeal"/></subProcess>
                """).Started().Complete("in-apply");
            Assert.Equal(["Zeal", "apply"], run.State!.Stages.Keys);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    /// <summary>Written by the first release. It must be readable for ever; change nothing in it.</summary>
    [Fact]
    public void Reads_a_snapshot_of_the_first_format()
    {
        var state = CaseSnapshot.Read("""
            {"format":1,"case":{"caseId":"00000001-0002-0003-0405-060708090a0b","flow":{"key":"test","version":1},"process":"p","facts":{"number":"260105-00001","tenant":"demo","kind":"complaint","channel":"web","reporterId":"resident-1","receivedAt":"2026-01-05T09:00:00+08:00"},"startedAt":"2026-01-05T09:00:00+08:00","status":"Active","version":7,"nextKey":3,"elements":{"0":{"key":0,"elementId":"p","scopeKey":-1,"callKey":0,"variables":{"title":"路灯"},"children":1,"tokens":[],"waits":[],"loopCounter":0},"2":{"key":2,"elementId":"sign","scopeKey":0,"callKey":0,"variables":{},"children":0,"tokens":[],"waits":[],"loopCounter":0}},"tasks":{"2":{"key":2,"elementId":"sign","audience":"Staff","createdAt":"2026-01-05T09:00:00+08:00","excluded":[]}},"jobs":{},"timers":{},"subscriptions":{},"clocks":{},"incidents":{},"stages":{},"waitingTokens":0,"performers":{},"compensations":{},"deferred":[]}}
            """u8);
        Assert.Equal(("路灯", "sign"), (state.Variables.Find("title")!.ToString()!.Contains("路灯", StringComparison.Ordinal) ? "路灯" : "", state.Tasks[2].ElementId));
    }
}
