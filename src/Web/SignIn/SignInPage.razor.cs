using CaseFlow.Runtime.Seeding;
using CaseFlow.Runtime.Storage.Records;
using CaseFlow.Web.Shell;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;

namespace CaseFlow.Web.SignIn;

/// <summary>Staff sign in with name and password. One answer for an unknown name, a wrong password, a locked and a closed account.</summary>
public sealed partial class SignInPage
{
    private bool wrong;

    [Inject] private SignInManager<StaffUser> Accounts { get; set; } = default!;

    [Inject] private IHostEnvironment Environment { get; set; } = default!;

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    [SupplyParameterFromQuery] private string? Back { get; set; }

    [SupplyParameterFromForm(FormName = "sign-in")] private Typed Input { get; set; } = default!;

    private string? Lead => Back is null ? null : Back.Contains($"?{KeptForms.Query}=", StringComparison.Ordinal) ? Text["SignIn.ThenBackKept"].Value : Text["SignIn.ThenBack"].Value;

    protected override void OnInitialized() => Input ??= new();

    private async Task SignInAsync()
    {
        var (user, password) = Input.Demo is { } demo && Environment.IsDevelopment() ? (demo, DemoAccounts.Password) : (Input.User ?? "", Input.Password ?? "");
        var result = await Accounts.PasswordSignInAsync(user.Trim(), password, isPersistent: false, lockoutOnFailure: true);
        if (result.Succeeded) Navigation.NavigateTo(LocalPath.Or(Back, "/inbox"), forceLoad: true);
        wrong = !result.Succeeded;
    }

    private sealed class Typed
    {
        public string? User { get; set; }

        public string? Password { get; set; }

        public string? Demo { get; set; }
    }
}
