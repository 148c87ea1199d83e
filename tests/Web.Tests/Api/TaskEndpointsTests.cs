using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using CaseFlow.Web.Tests.Support;

namespace CaseFlow.Web.Tests.Api;

public sealed class TaskEndpointsTests(WebHost host) : IClassFixture<WebHost>
{
    [Fact]
    public async Task Takes_a_request_from_a_program_once()
    {
        var client = host.Open().Client;
        var request = new { service = "complaint", externalId = "sensor-7", values = new { title = "路灯不亮", description = "东门第三盏", category = "facilities", grid = "g01" } };
        var first = await client.PostAsJsonAsync("/api/v1/requests", request);
        var second = await client.PostAsJsonAsync("/api/v1/requests", request);
        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.OK), (first.StatusCode, second.StatusCode));
        var received = await JsonOf(first);
        Assert.Equal(Text(received, "number"), Text(await JsonOf(second), "number"));
        Assert.Equal(8, Text(received, "followCode")!.Length);
    }

    [Fact]
    public async Task Names_each_field_that_is_wrong()
    {
        var answer = await host.Open().Client.PostAsJsonAsync("/api/v1/requests", new { service = "complaint", values = new { category = "noise" } });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        var errors = (await JsonOf(answer)).GetProperty("errors").EnumerateArray().Select(error => $"{Text(error, "field")}: {Text(error, "code")}");
        Assert.Equal(["title: required", "description: required"], errors);
    }

    [Fact]
    public async Task Claims_a_task_and_tells_the_second_who_was_first()
    {
        // Without a grid the request stands at the district, whose intake has two people.
        await host.Open().Client.PostAsJsonAsync("/api/v1/requests", new { service = "complaint", values = new { title = "路灯不亮", description = "东门第三盏", category = "facilities" } });
        var (first, second) = (await ProgramAsync("dispatch1"), await ProgramAsync("dispatch2"));
        var task = await FreeTaskAsync(first);
        var claimed = await first.PostAsync($"{task}/claim", null);
        Assert.Equal(HttpStatusCode.OK, claimed.StatusCode);
        Assert.Equal($"\"{(await JsonOf(claimed)).GetProperty("version").GetInt64()}\"", claimed.Headers.ETag!.Tag);
        var late = await second.PostAsync($"{task}/claim", null);
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        var problem = await JsonOf(late);
        Assert.Equal("already-claimed", Text(problem, "code"));
        Assert.False(string.IsNullOrEmpty(Text(problem, "by")));
        Assert.True(problem.TryGetProperty("at", out _));
    }

    [Fact]
    public async Task Refuses_a_post_that_carries_a_cookie_but_no_token()
    {
        var client = (await host.SignInAsync("s1-intake")).Client;
        var answer = await client.PostAsync($"/api/v1/tasks/{Guid.Empty}/1/claim", null);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("X-CSRF-TOKEN", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answers_an_unknown_address_with_a_problem_not_a_page()
    {
        var answer = await host.Open().Client.GetAsync("/api/v1/nothing");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
    }

    private async Task<HttpClient> ProgramAsync(string user)
    {
        var client = (await host.SignInAsync(user)).Client;
        var session = await client.GetFromJsonAsync<JsonElement>("/api/v1/session");
        client.DefaultRequestHeaders.Add("X-CSRF-TOKEN", session.GetProperty("token").GetString());
        return client;
    }

    private static async Task<string> FreeTaskAsync(HttpClient client)
    {
        var page = await client.GetFromJsonAsync<JsonElement>("/api/v1/tasks?view=Teams");
        var task = page.GetProperty("tasks").EnumerateArray().First();
        return $"/api/v1/tasks/{task.GetProperty("caseId").GetGuid()}/{task.GetProperty("taskKey").GetInt64()}";
    }

    private static Task<JsonElement> JsonOf(HttpResponseMessage answer) => answer.Content.ReadFromJsonAsync<JsonElement>();

    private static string? Text(JsonElement json, string name) => json.TryGetProperty(name, out var value) ? value.GetString() : null;
}
