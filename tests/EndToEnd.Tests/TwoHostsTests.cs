using System.Diagnostics;
using CaseFlow.TestSupport;
using Xunit.Abstractions;

namespace CaseFlow.EndToEnd.Tests;

/// <summary>Two servers on one PostgreSQL database, which nothing connects but that database.</summary>
[Collection(nameof(BrowserFixture))]
public sealed class TwoHostsTests(BrowserFixture fixture, PostgresCluster cluster, ITestOutputHelper output) : IClassFixture<PostgresCluster>
{
    [SkippableFact]
    public async Task A_page_open_on_one_host_shows_what_was_done_through_the_other()
    {
        BrowserFixture.SkipWithoutBrowser();
        PostgresCluster.SkipWithoutPostgres();
        var database = await cluster.NewDatabaseAsync();
        await using var one = await ServerProcess.StartAsync(database);
        await using var other = await ServerProcess.StartAsync(database);
        var resident = new Resident(await fixture.NewPersonAsync("en-US", 390, 800, one));
        var doer = new StaffMember(await fixture.NewPersonAsync(server: one));
        var watcher = new StaffMember(await fixture.NewPersonAsync(server: other));
        await doer.SignInAsync("s1-duty1");
        await watcher.SignInAsync("s1-duty2");
        await watcher.OpenInboxAsync("teams");

        await resident.AskAsync("enquiry", ("title", "Opening hours of the service hall"), ("description", "When is it open?"), ("category", "social-security"), ("grid", "g01"));
        await TellsAsync("the inbox of the other host tells of a new case", () => watcher.Page.Locator(".cf-news").WaitForAsync());

        await doer.OpenAsync(resident.Number);
        await watcher.OpenAsync(resident.Number);
        await Wait.UntilAsync("the task is free on both hosts", async () => await doer.FreeTasksAsync() == 1 && await watcher.FreeTasksAsync() == 1);
        var holder = watcher.Page.Locator("main").GetByText(await doer.NameAsync());
        Assert.Equal(0, await holder.CountAsync());
        await doer.ClaimFirstAsync();
        await TellsAsync("the case page on the other host shows who took the task", () => holder.First.WaitForAsync());
        Assert.Equal((1, 0), (await doer.HeldTasksAsync(), await watcher.FreeTasksAsync()));
        await watcher.ShotAsync("other-host");
    }

    private async Task TellsAsync(string what, Func<Task> seen)
    {
        var clock = Stopwatch.StartNew();
        await seen();
        output.WriteLine($"{what} after {clock.Elapsed.TotalSeconds:F2} s");
    }
}
