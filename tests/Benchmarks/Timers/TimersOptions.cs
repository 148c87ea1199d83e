using System.Globalization;
using CaseFlow.Runtime.Storage;

namespace CaseFlow.Benchmarks.Timers;

/// <param name="Burst">Timers that are due at one instant.</param>
/// <param name="Seconds">How long timers come due steadily.</param>
/// <param name="Pending">Timers that wait for years.</param>
/// <param name="Due">Beside them, timers that three nodes fire.</param>
/// <param name="Fired">Timers of one moment that three nodes fire, every one; 0: that part is left out.</param>
internal sealed record TimersOptions(DatabaseProvider Provider, string? Connection, int Workers, int Burst, int Seconds, int Pending, int Due, int Fired)
{
    public const int PerSecond = 200;

    public static TimersOptions Parse(string[] args)
    {
        var quick = args.Contains("--quick");
        var provider = Value(args, "--provider") == "postgres" ? DatabaseProvider.Postgres : DatabaseProvider.Sqlite;
        var fired = provider is DatabaseProvider.Sqlite ? 0 : int.Parse(Value(args, "--fired") ?? (quick ? "0" : "250000"), CultureInfo.InvariantCulture);
        return new(provider, Value(args, "--connection"), Workers: 32, quick ? 2000 : 10_000, quick ? 6 : 30, 250_000, quick ? 500 : 5000, fired);
    }

    private static string? Value(string[] args, string name) => Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;
}
