using System.Collections.Concurrent;
using System.Net;
using CaseFlow.Engine.State;
using CaseFlow.Runtime.Ledger;
using CaseFlow.Runtime.Storage;
using CaseFlow.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Web.Tests.Api;

/// <summary>Many people at once.</summary>
public sealed class BurstTests(WebHost host) : IClassFixture<WebHost>
{
    private const int Tasks = 10_000;
    private const int Clients = 32;

    [Fact]
    public async Task Completes_ten_thousand_waiting_tasks_in_a_burst_each_once()
    {
        var waiting = new ConcurrentQueue<string>(await host.WaitAsync(Tasks));
        var again = waiting.Take(Clients).ToList();
        var clients = new List<HttpClient>();
        for (var client = 0; client < Clients; client++) clients.Add(await host.ProgramAsync("dispatch1"));

        var answers = await Task.WhenAll(clients.Select(client => Task.Run(() => CompleteAllAsync(client, waiting))));

        Assert.Equal([(HttpStatusCode.OK, Tasks)], answers.SelectMany(statuses => statuses).CountBy(status => status).Select(found => (found.Key, found.Value)));
        var second = await Task.WhenAll(again.Select((address, at) => clients[at].CompleteAsync(address)));
        Assert.All(second, answer => Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode));
        await using var context = host.Services.GetRequiredService<Database>().Open(ReadScope.Whole(WaitingTasks.Tenant));
        var completions = await context.CaseEvents.Where(e => e.Type == "task-completed").Select(e => e.CaseId).ToListAsync();
        Assert.Equal((Tasks, Tasks), (completions.Count, completions.Distinct().Count()));
        Assert.Equal((0, Tasks), (await context.Tasks.CountAsync(), await context.Cases.CountAsync(row => row.Status == CaseStatus.Completed)));
        Assert.Empty((await host.Services.GetRequiredService<ChainVerifier>().VerifyAllAsync()).Faults);
    }

    private static async Task<List<HttpStatusCode>> CompleteAllAsync(HttpClient client, ConcurrentQueue<string> waiting)
    {
        var statuses = new List<HttpStatusCode>();
        while (waiting.TryDequeue(out var address))
        {
            using var answer = await client.CompleteAsync(address);
            statuses.Add(answer.StatusCode);
        }

        return statuses;
    }
}
