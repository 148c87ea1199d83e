using CaseFlow.Web.Components;
using CaseFlow.Web.Health;
using CaseFlow.Web.Language;
using CaseFlow.Web.Security;
using CaseFlow.Web.Shell;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddSingleton<CaseFlow.Runtime.Directory.UnitDirectory>();
builder.Services.AddLanguages();
builder.Services.AddSecurity();
builder.Services.AddPages();
builder.Services.AddHealthChecks();

var app = builder.Build();
app.UseSecurityHeaders();
app.UseRequestLocalization();
if (!app.Environment.IsDevelopment()) app.UseExceptionHandler("/status/500");
app.UseStatusCodePagesWithReExecute("/status/{0}");
app.UseAuthentication();
app.UseAuthorization();
app.UseAntiforgery();
app.MapPreferences();
app.MapHealth();
app.MapPages();
await app.RunAsync();
