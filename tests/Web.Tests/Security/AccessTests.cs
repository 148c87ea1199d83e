using System.Net;
using CaseFlow.Runtime.Directory;
using CaseFlow.Web.Tests.Support;

namespace CaseFlow.Web.Tests.Security;

public sealed class AccessTests(WebHost host) : IClassFixture<WebHost>
{
    /// <summary>One demonstration account whose rights are those of the role alone.</summary>
    private static readonly Dictionary<string, string> AccountOf = new(StringComparer.Ordinal)
    {
        [Roles.Admin] = "admin",
        [Roles.Caseworker] = "s1-handler1",
        [Roles.Supervisor] = "s1-supervisor",
        [Roles.Auditor] = "auditor",
        [Roles.GridWorker] = "c1-grid",
        [Roles.WindowClerk] = "s1-intake",
    };

    [Fact]
    public void The_table_in_the_documentation_is_that_of_the_site()
    {
        var written = AccessTable.Write(host);
        if (Environment.GetEnvironmentVariable("CASEFLOW_WRITE_DOCS") == "1") File.WriteAllText(RepositoryFiles.Full(AccessTable.File), written);
        Assert.Equal(written, RepositoryFiles.Read(AccessTable.File));
    }

    [Fact]
    public void Every_address_names_who_may_use_it() =>
        Assert.Empty(AccessTable.Read().Where(row => row.Policy != AccessRow.Everybody && row.Roles.Count == 0).Select(row => row.Address));

    [Theory]
    [InlineData(null)]
    [InlineData(Roles.Admin)]
    [InlineData(Roles.Caseworker)]
    [InlineData(Roles.Supervisor)]
    [InlineData(Roles.Auditor)]
    [InlineData(Roles.GridWorker)]
    [InlineData(Roles.WindowClerk)]
    public async Task Every_address_is_open_to_those_in_the_table_and_to_nobody_else(string? role)
    {
        var browser = role is null ? host.Open() : await host.SignInAsync(AccountOf[role]);
        var wrong = new List<string>();
        foreach (var row in AccessTable.Read())
            foreach (var method in row.Methods.Split(", ", StringSplitOptions.RemoveEmptyEntries).DefaultIfEmpty("GET"))
            {
                if (row.Address == "/sign-out" && row.IsFor(role)) continue;
                using var request = new HttpRequestMessage(new HttpMethod(method), Fill(row.Address));
                if (method == "POST") request.Content = row.Address.StartsWith("/api/", StringComparison.Ordinal) ? new StringContent("{}", null, "application/json") : new FormUrlEncodedContent([]);
                using var answer = await browser.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
                if (IsLetIn(answer) != row.IsFor(role) || answer.StatusCode == HttpStatusCode.InternalServerError)
                    wrong.Add($"{method} {row.Address} answered {(int)answer.StatusCode}");
            }

        Assert.Empty(wrong);
    }

    private static bool IsLetIn(HttpResponseMessage answer) =>
        answer.StatusCode is not (HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden)
        && answer.Headers.Location?.ToString().Contains("/sign-in?back=", StringComparison.Ordinal) != true;

    private static string Fill(string address) => string.Join('/', address.Split('/').Select(part =>
        part.StartsWith("{**", StringComparison.Ordinal) ? "no-such-page"
        : !part.StartsWith('{') ? part
        : part.Contains(":guid", StringComparison.Ordinal) ? Guid.Empty.ToString()
        : part.Contains(":int", StringComparison.Ordinal) || part.Contains(":long", StringComparison.Ordinal) ? "404"
        : "none"));
}
