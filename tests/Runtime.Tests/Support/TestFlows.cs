using CaseFlow.Engine;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Commands;
using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Model;
using CaseFlow.Engine.State;
using CaseFlow.Runtime.Publishing;
using CaseFlow.Runtime.Running;
using CaseFlow.Runtime.Storage.Commits;

namespace CaseFlow.Runtime.Tests.Support;

/// <summary>Small flows, published and run.</summary>
internal static class TestFlows
{
    public const string Tenant = "t1";

    private static int _number;

    /// <summary>A process between <c>bpmn:process</c> tags; <c>a-b</c> style flows are written by <see cref="Flow"/>.</summary>
    public static string Bpmn(string content, string definitions = "") =>
        $"""
         <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:caseflow="urn:caseflow:bpmn:1.0" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" id="d" targetNamespace="urn:test">
           {definitions}
           <bpmn:process id="p" name="P" isExecutable="true">
             {content}
           </bpmn:process>
         </bpmn:definitions>
         """;

    public static string Flow(string from, string to) => $"""<bpmn:sequenceFlow id="{from}-{to}" sourceRef="{from}" targetRef="{to}" />""";

    public static async Task PublishAsync(this Bureau bureau, string key, string bpmn)
    {
        var outcome = await bureau.Get<Publisher>().PublishAsync(Tenant, "test", key, new Dictionary<string, string> { ["flow.bpmn"] = bpmn }, "", default);
        Assert.True(outcome.Version is not null, string.Join("\n", outcome.Problems.Select(problem => problem.Message)));
    }

    public static async Task<Ran> StartAsync(this Bureau bureau, string flow, FeelContext? variables = null, int version = 1) =>
        Assert.IsType<Ran>(await bureau.Get<CaseRunner>().StartAsync(Start(bureau, flow, variables, version), NewCase.Plain, []));

    public static StartCase Start(Bureau bureau, string flow, FeelContext? variables = null, int version = 1)
    {
        var facts = new CaseFacts($"T-{Interlocked.Increment(ref _number):D5}", Tenant, "complaint", "web", null, bureau.Time.Now);
        return new StartCase(Actor.Staff("u1"), Guid.CreateVersion7(bureau.Time.Now), new FlowRef(flow, version), facts, variables ?? FeelContext.Empty);
    }

    /// <summary>Completes the case's only open task.</summary>
    public static async Task<Ran> CompleteAsync(this Bureau bureau, CaseState state) => Assert.IsType<Ran>(
        await bureau.Get<CaseRunner>().AdvanceAsync(state.CaseId, new CompleteTask(Actor.Staff("u1"), state.Tasks.Keys.Single(), FeelContext.Empty)));

    public static FeelContext Variables(params (string Name, FeelValue Value)[] values) =>
        new([.. values.Select(value => new KeyValuePair<string, FeelValue>(value.Name, value.Value))]);
}
