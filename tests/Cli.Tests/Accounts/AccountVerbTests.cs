using CaseFlow.Runtime.Storage.Records;
using Microsoft.AspNetCore.Identity;
using Microsoft.Data.Sqlite;

namespace CaseFlow.Cli.Tests.Accounts;

public sealed class AccountVerbTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("caseflow-account-").FullName;

    private string Database => Path.Combine(_folder, "caseflow.db");

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Makes_the_first_administrator_of_an_empty_site_and_gives_a_new_password()
    {
        var made = Run("correct horse\n", "--name", "chief", "--role", "admin", "--unit", "d1", "--unit-name", "云杉区");
        var first = await RowAsync();
        var changed = Run("battery staple\n", "--name", "CHIEF", "--password");
        var second = await RowAsync();

        Assert.Equal((ExitCode.Done, "chief may sign in as admin of d1\n", ""), made);
        Assert.Equal((ExitCode.Done, "CHIEF has a new password\n", ""), changed);
        Assert.Equal("chief demo d1 admin d1/ 云杉区", first.Account);
        Assert.Equal(first.Account, second.Account);
        Assert.True(Verifies(first.Hash, "correct horse") && Verifies(second.Hash, "battery staple") && !Verifies(second.Hash, "correct horse"));
        Assert.NotEqual(first.Stamp, second.Stamp);
    }

    [Theory]
    [InlineData("short\n", "Expected a password of at least 10 characters on the first line of the input, but it is shorter.", "--role", "admin", "--unit", "d1")]
    [InlineData("correct horse\n", "Expected one of the roles admin, caseworker, supervisor, auditor, grid-worker, window-clerk, but found 'root'.", "--role", "root", "--unit", "d1")]
    [InlineData("correct horse\n", "Expected the code of a unit, but found 'd1/c1'.", "--role", "admin", "--unit", "d1/c1")]
    [InlineData("correct horse\n", "Expected an account, but demo has no chief.", "--password")]
    public void Refuses_what_would_not_work(string input, string message, params string[] options) =>
        Assert.Equal((ExitCode.Refused, "", message + "\n"), Run(input, ["--name", "chief", .. options]));

    [Fact]
    public void Refuses_a_name_that_is_taken_and_a_unit_that_is_not_there()
    {
        Run("correct horse\n", "--name", "chief", "--role", "admin", "--unit", "d1");

        Assert.Equal((ExitCode.Refused, "", "Expected a new name, but there is an account Chief.\n"), Run("correct horse\n", "--name", "Chief", "--role", "admin", "--unit", "d1"));
        Assert.Equal((ExitCode.Refused, "", "Expected the code of a unit, but demo has no unit s9.\n"), Run("correct horse\n", "--name", "other", "--role", "admin", "--unit", "s9"));
        Assert.Equal(ExitCode.Usage, Run("correct horse\n", "--name", "other", "--role", "admin").Code);
    }

    private static bool Verifies(string hash, string password) => new PasswordHasher<StaffUser>().VerifyHashedPassword(new StaffUser(), hash, password) is PasswordVerificationResult.Success;

    private (int Code, string Out, string Error) Run(string input, params string[] options) => CommandLine.Run(input, ["account", "--database", Database, .. options]);

    private async Task<(string Account, string Hash, string Stamp)> RowAsync()
    {
        await using var connection = new SqliteConnection($"Data Source={Database};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText =
            "select u.user_name || ' ' || u.tenant || ' ' || u.unit_code || ' ' || r.role_id || ' ' || n.path || ' ' || n.name, u.password_hash, u.security_stamp "
            + "from staff_users u join user_roles r on r.user_id = u.id join units n on n.code = u.unit_code";
        await using var rows = await command.ExecuteReaderAsync();
        Assert.True(await rows.ReadAsync());
        return (rows.GetString(0), rows.GetString(1), rows.GetString(2));
    }
}
