using System.CommandLine;
using CaseFlow.Cli.Databases;
using CaseFlow.Runtime.Directory;

namespace CaseFlow.Cli.Verbs;

/// <summary><c>caseflow account</c>: the first administrator of a site, or a new password.</summary>
internal static class AccountVerb
{
    private static readonly Option<string> Name = new("--name") { Description = "The name to sign in with.", HelpName = "NAME", Required = true };

    private static readonly Option<string?> DisplayName = new("--display-name") { Description = "The name that others see; the sign-in name when left out.", HelpName = "TEXT" };

    private static readonly Option<string?> Role = new("--role") { Description = $"One of {string.Join(", ", Roles.All)}.", HelpName = "ROLE" };

    private static readonly Option<string?> Unit = new("--unit") { Description = "Code of the unit the person works in. A tenant without any unit gets this one, as its top.", HelpName = "CODE" };

    private static readonly Option<string?> UnitName = new("--unit-name") { Description = "What that first unit is called; its code when left out.", HelpName = "TEXT" };

    private static readonly Option<bool> Password = new("--password") { Description = "Only a new password for an account that is there." };

    private static readonly DatabaseChoice Databases = new("empty but for the account");

    public static Command Create(Terminal terminal)
    {
        var command = new Command("account", "Makes a staff account, or with --password gives one a new password. The password is the first line of the input, so that it stands in no list of processes.")
        {
            Name, DisplayName, Role, Unit, UnitName, Password,
        };
        Databases.AddTo(command);
        command.SetAction((parsed, cancel) => RunAsync(parsed, terminal, cancel));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, Terminal terminal, CancellationToken cancel)
    {
        if (Databases.Read(parsed, terminal) is not { } target) return ExitCode.Usage;
        var (role, unit) = (parsed.GetValue(Role), parsed.GetValue(Unit));
        if (!parsed.GetValue(Password) && (role is null || unit is null))
        {
            terminal.Error.WriteLine("Expected --role and --unit for a new account, or --password.");
            return ExitCode.Usage;
        }

        var (name, password) = (parsed.GetValue(Name)!, await terminal.In.ReadLineAsync(cancel) ?? "");
        await using var database = await OpenDatabase.OpenOrCreateAsync(target, cancel);
        var accounts = database.Get<StaffAccounts>();
        var problem = parsed.GetValue(Password)
            ? await accounts.SetPasswordAsync(target.Tenant, name, password, cancel)
            : await accounts.AddAsync(new NewAccount(target.Tenant, name, parsed.GetValue(DisplayName), role!, unit!, parsed.GetValue(UnitName)), password, cancel);
        if (problem is not null)
        {
            terminal.Error.WriteLine(problem);
            return ExitCode.Refused;
        }

        terminal.Out.WriteLine(parsed.GetValue(Password) ? $"{name} has a new password" : $"{name} may sign in as {role} of {unit}");
        return ExitCode.Done;
    }
}
