using CaseFlow.Runtime;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CaseFlow.Web.Api;

/// <summary>The runtime's refusals as problem details.</summary>
internal static class Refusals
{
    public static ProblemHttpResult ToProblem(this Refused refused)
    {
        var extensions = new Dictionary<string, object?> { ["code"] = refused.Code };
        if (!refused.Errors.IsDefaultOrEmpty) extensions["errors"] = refused.Errors;
        if (refused.By is not null) extensions["by"] = refused.By;
        if (refused.At is not null) extensions["at"] = refused.At;
        return TypedResults.Problem(refused.Message, statusCode: StatusOf(refused), extensions: extensions);
    }

    // Whatever is not the caller's slip or lack of rights is a case that has moved on since the caller looked.
    private static int StatusOf(Refused refused) => refused.Code switch
    {
        "not-found" => StatusCodes.Status404NotFound,
        "forbidden" or "excluded" => StatusCodes.Status403Forbidden,
        "invalid-form" or "invalid-note" or "reason-missing" or "target-missing" or "unknown-person" or "unknown-team" or "unknown-unit" or "no-reporter"
            or "received-in-future" or "file-type-refused" => StatusCodes.Status422UnprocessableEntity,
        "storage-unavailable" => StatusCodes.Status503ServiceUnavailable,
        "file-too-large" => StatusCodes.Status413PayloadTooLarge,
        _ => StatusCodes.Status409Conflict,
    };
}
