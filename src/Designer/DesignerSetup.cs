using CaseFlow.Designer.Versions;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Designer;

/// <summary>What the designer's pages need beside the runtime.</summary>
public static class DesignerSetup
{
    public static IServiceCollection AddDesigner(this IServiceCollection services) => services.AddSingleton<OfficeZone>();
}
