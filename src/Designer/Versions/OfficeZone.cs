using Microsoft.Extensions.Configuration;

namespace CaseFlow.Designer.Versions;

/// <summary>The office's wall clock; a server may stand in another time zone. Reads <c>Office:TimeZone</c> (default <c>Asia/Shanghai</c>).</summary>
public sealed class OfficeZone(IConfiguration configuration)
{
    private readonly TimeZoneInfo zone = TimeZoneInfo.FindSystemTimeZoneById(configuration["Office:TimeZone"] ?? "Asia/Shanghai");

    public DateTimeOffset Local(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, zone);
}
