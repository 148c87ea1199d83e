using System.Net;

namespace CaseFlow.Web.Tests.Support;

/// <summary>Ways through the site that several tests begin with.</summary>
internal static class Journeys
{
    public static readonly (string Name, string Value)[] Complaint =
    [
        ("title", "3 号楼电梯停了"), ("description", "停了三天，三楼的老人下不来。"), ("category", "facilities"), ("grid", "g01"), ("name", "王小明"), ("phone", "13800000001"),
    ];

    /// <summary>Sends a complaint and stops on the receipt. Number and follow code are its answer.</summary>
    public static async Task<(string Number, string Code)> ComplainAsync(this Browser browser)
    {
        await browser.GetAsync("/ask/complaint");
        var answer = await browser.PostFormAsync("request", Complaint);
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        await browser.FollowAsync(answer);
        return (browser.Page.QuerySelector(".cf-receipt dd")!.TextContent, browser.Page.QuerySelectorAll(".cf-receipt dd")[1].TextContent.Replace(" ", "", StringComparison.Ordinal));
    }

    public static async Task<HttpResponseMessage> FollowCaseAsync(this Browser browser, string number, string code)
    {
        await browser.GetAsync("/follow");
        return await browser.FollowAsync(await browser.PostAsync("/follow", ("Input.Number", number), ("Input.Code", code)));
    }
}
