using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace CaseFlow.Web.Tests.Support;

/// <summary>A browser without a script: keeps cookies and the page it is on, fills in and posts its forms.</summary>
public sealed class Browser(HttpClient client, string? language = null)
{
    private static readonly HtmlParser Parser = new();

    public HttpClient Client => client;

    public IHtmlDocument Page { get; private set; } = Parser.ParseDocument("");

    public string Text => Page.Body?.TextContent ?? "";

    public async Task<HttpResponseMessage> GetAsync(string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        return await SendAsync(request);
    }

    /// <summary>Posts the page's first form, its hidden fields and what is given, to an address.</summary>
    public async Task<HttpResponseMessage> PostAsync(string address, params (string Name, string Value)[] fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new FormUrlEncodedContent(Filled(null, fields)) };
        return await SendAsync(request);
    }

    /// <summary>Posts the first form of the work area of a page that was open before.</summary>
    public async Task<HttpResponseMessage> PostToAsync(string address, IHtmlDocument opened, IEnumerable<(string Name, string Value)> fields)
    {
        Page = opened;
        var handler = opened.QuerySelector("main input[name=_handler]")!.GetAttribute("value");
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new FormUrlEncodedContent(Filled(handler, fields)) };
        return await SendAsync(request);
    }

    /// <summary>Posts the page's form that names itself <paramref name="handler"/>, with files, to the page.</summary>
    public async Task<HttpResponseMessage> PostFormAsync(string handler, IEnumerable<(string Name, string Value)> fields, params (string Name, string FileName, byte[] Content)[] files)
    {
        var content = new MultipartFormDataContent();
        foreach (var (name, value) in Filled(handler, fields)) content.Add(new StringContent(value), name);
        foreach (var file in files) content.Add(new ByteArrayContent(file.Content), file.Name, file.FileName);
        using var request = new HttpRequestMessage(HttpMethod.Post, client.BaseAddress!.GetLeftPart(UriPartial.Authority) + Path) { Content = content };
        return await SendAsync(request);
    }

    /// <summary>Where the page is.</summary>
    public string Path { get; private set; } = "/";

    /// <summary>The value of a field of the page as it would be posted.</summary>
    public string? Value(string name) => Page.QuerySelector($"[name='{name}']") switch
    {
        IHtmlInputElement input => input.Value,
        IHtmlTextAreaElement area => area.Value,
        IHtmlSelectElement select => select.Value,
        _ => null,
    };

    public async Task<HttpResponseMessage> FollowAsync(HttpResponseMessage answer) =>
        answer.Headers.Location is { } to ? await GetAsync(to.ToString()) : answer;

    private List<KeyValuePair<string, string>> Filled(string? handler, IEnumerable<(string Name, string Value)> fields)
    {
        var form = Page.Forms.FirstOrDefault(form => handler is null || form.QuerySelector($"input[name=_handler][value='{handler}']") is not null)
            ?? throw new InvalidOperationException($"Expected a form {handler} on {Path}, but there is none.");
        var hidden = form.QuerySelectorAll("input[type=hidden]").OfType<IHtmlInputElement>().Select(input => KeyValuePair.Create(input.Name!, input.Value));
        return hidden.Concat(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))).ToList();
    }

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request)
    {
        if (language is not null) request.Headers.Add("Accept-Language", language);
        var answer = await client.SendAsync(request);
        if (answer.Headers.Location is null && answer.Content.Headers.ContentType?.MediaType == "text/html")
        {
            Page = Parser.ParseDocument(await answer.Content.ReadAsStringAsync());
            Path = request.RequestUri!.IsAbsoluteUri ? request.RequestUri.PathAndQuery : request.RequestUri.ToString();
        }

        return answer;
    }
}
