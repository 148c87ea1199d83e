using System.Net;
using CaseFlow.TestSupport;
using CaseFlow.Web.Tests.Support;
using Microsoft.AspNetCore.Hosting;

namespace CaseFlow.Web.Tests.Api;

/// <summary>Two sites on one PostgreSQL.</summary>
public sealed class TwoNodesTests(PostgresCluster cluster) : IClassFixture<PostgresCluster>
{
    private const int Tasks = 50;

    [SkippableFact]
    public async Task Of_two_nodes_that_complete_the_same_task_one_does_and_the_other_hears_that_it_is_done()
    {
        PostgresCluster.SkipWithoutPostgres();
        var database = await cluster.NewDatabaseAsync();
        using var one = new Node(database);
        using var two = new Node(database);
        var waiting = await one.WaitAsync(Tasks);
        var (first, second) = (await one.ProgramAsync("dispatch1"), await two.ProgramAsync("dispatch2"));

        var answers = await Task.WhenAll(waiting.Select(async address =>
        {
            var both = await Task.WhenAll(Task.Run(() => first.CompleteAsync(address)), Task.Run(() => second.CompleteAsync(address)));
            return (both.Min(answer => answer.StatusCode), both.Max(answer => answer.StatusCode));
        }));

        Assert.Equal([((HttpStatusCode.OK, HttpStatusCode.Conflict), Tasks)], answers.CountBy(pair => pair).Select(found => (found.Key, found.Value)));
    }

    private sealed class Node(string database) : WebHost
    {
        protected override void Configure(IWebHostBuilder builder)
        {
            base.Configure(builder);
            builder.UseSetting("Database:Provider", "postgres");
            builder.UseSetting("ConnectionStrings:CaseFlow", database);
        }
    }
}
