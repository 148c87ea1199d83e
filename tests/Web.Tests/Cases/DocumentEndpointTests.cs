using System.Net;
using CaseFlow.Runtime;
using CaseFlow.Runtime.Directory;
using CaseFlow.Runtime.Intake;
using CaseFlow.Runtime.Queries;
using CaseFlow.Runtime.Storage.Records;
using CaseFlow.Runtime.Work;
using CaseFlow.Web.Tests.Support;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Web.Tests.Cases;

public sealed class DocumentEndpointTests(WebHost host) : IClassFixture<WebHost>
{
    private static readonly byte[] Picture = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    [Fact]
    public async Task A_document_is_saved_never_opened_in_the_site()
    {
        var (id, _) = await AttachAsync();
        var answer = await (await host.SignInAsync("c1-handler")).Client.GetAsync($"/documents/{id}");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("现场.png", answer.Content.Headers.ContentDisposition.FileNameStar);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("default-src 'none'; sandbox", answer.Headers.GetValues("Content-Security-Policy").Single());
        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.Equal(Picture, await answer.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task A_plain_picture_can_be_looked_at_in_the_page()
    {
        var (id, _) = await AttachAsync();
        var answer = await (await host.SignInAsync("c1-handler")).Client.GetAsync($"/documents/{id}?preview=true");
        Assert.Equal("inline", answer.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("image/png", answer.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task Somebody_of_another_unit_finds_no_such_document()
    {
        var (id, _) = await AttachAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await (await host.SignInAsync("c5-handler")).Client.GetAsync($"/documents/{id}")).StatusCode);
    }

    /// <summary>A case of the first grid, with a picture that its handler attached.</summary>
    private async Task<(Guid Document, string Number)> AttachAsync()
    {
        var desk = host.Services.GetRequiredService<IntakeDesk>();
        var values = new Dictionary<string, IReadOnlyList<string>> { ["title"] = ["电梯停运"], ["description"] = ["停在二楼"], ["category"] = ["facilities"], ["grid"] = ["g01"] };
        var received = Assert.IsType<Received>(await desk.SubmitAsync(new IntakeRequest("demo", "complaint", "web", null, values)));
        var reader = await ReaderAsync("c1-handler");
        var done = await host.Services.GetRequiredService<WorkDesk>().AttachAsync(reader, received.CaseId, "现场.png", new MemoryStream(Picture), false);
        Assert.IsType<Done>(done);
        var view = await host.Services.GetRequiredService<CaseQueries>().FindAsync(reader, received.Number);
        return (view!.Documents.Single().Id, received.Number);
    }

    private async Task<Reader> ReaderAsync(string user)
    {
        using var scope = host.Services.CreateScope();
        var account = await scope.ServiceProvider.GetRequiredService<UserManager<StaffUser>>().FindByNameAsync(user);
        return (await host.Services.GetRequiredService<UnitDirectory>().ReaderAsync(account!.Id))!;
    }
}
