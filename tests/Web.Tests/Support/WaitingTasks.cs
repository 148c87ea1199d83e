using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text.Json;
using CaseFlow.Engine;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Commands;
using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Model;
using CaseFlow.Runtime.Publishing;
using CaseFlow.Runtime.Running;
using CaseFlow.Runtime.Storage.Commits;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Web.Tests.Support;

/// <summary>Cases that wait at one task without a form, which anybody who works on cases may do.</summary>
internal static class WaitingTasks
{
    public const string Tenant = "demo";

    private const string Bpmn =
        """
        <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="urn:test"><bpmn:process id="p" name="P" isExecutable="true">
          <bpmn:startEvent id="s" /><bpmn:sequenceFlow id="f" sourceRef="s" targetRef="t" /><bpmn:userTask id="t" name="T" />
          <bpmn:sequenceFlow id="g" sourceRef="t" targetRef="e" /><bpmn:endEvent id="e" />
        </bpmn:process></bpmn:definitions>
        """;

    /// <returns>The API's address of each task.</returns>
    public static async Task<IReadOnlyList<string>> WaitAsync(this WebHost host, int count)
    {
        var outcome = await host.Services.GetRequiredService<Publisher>().PublishAsync(Tenant, "test", "one-task", new Dictionary<string, string> { ["flow.bpmn"] = Bpmn }, "", default);
        Assert.NotNull(outcome.Version);
        var runner = host.Services.GetRequiredService<CaseRunner>();
        var addresses = new ConcurrentBag<string>();
        await Parallel.ForEachAsync(Enumerable.Range(0, count), new ParallelOptions { MaxDegreeOfParallelism = 32 }, async (number, cancel) =>
        {
            var id = Guid.CreateVersion7();
            var facts = new CaseFacts($"W-{number:D6}", Tenant, "complaint", "web", null, runner.Now);
            var start = new StartCase(Actor.System, id, new FlowRef("one-task", outcome.Version.Value), facts, FeelContext.Empty);
            var ran = Assert.IsType<Ran>(await runner.StartAsync(start, NewCase.Plain, [], cancel));
            addresses.Add($"/api/v1/tasks/{id}/{ran.State.Tasks.Keys.Single()}");
        });
        return [.. addresses];
    }

    /// <summary>A program that is signed in, with the token it needs to post.</summary>
    public static async Task<HttpClient> ProgramAsync(this WebHost host, string user)
    {
        var client = (await host.SignInAsync(user)).Client;
        var session = await client.GetFromJsonAsync<JsonElement>("/api/v1/session");
        client.DefaultRequestHeaders.Add("X-CSRF-TOKEN", session.GetProperty("token").GetString());
        return client;
    }

    public static Task<HttpResponseMessage> CompleteAsync(this HttpClient client, string address) => client.PostAsJsonAsync($"{address}/complete", new { });
}
