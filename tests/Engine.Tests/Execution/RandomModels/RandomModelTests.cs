using System.Collections.Concurrent;
using CaseFlow.Engine.Model;

namespace CaseFlow.Engine.Tests.Execution.RandomModels;

/// <summary>Ten thousand random models on random paths: what must hold of every case, whatever is drawn.</summary>
public sealed class RandomModelTests(Xunit.Abstractions.ITestOutputHelper output)
{
    private const int Models = 10_000;
    private const int MostSteps = 30;
    private const int MostEvents = 600;

    private static readonly HashSet<string> Unsound = ["may-get-stuck", "may-run-twice", "may-never-end", "uncaught-error"];

    [Fact]
    public void Cases_keep_their_promises_on_random_paths_through_random_models()
    {
        var failures = new ConcurrentBag<string>();
        var counts = new ConcurrentDictionary<string, int>();
        Parallel.For(0, Models, seed =>
        {
            var model = new RandomModel(seed);
            try
            {
                if (Check(seed, model, counts) is { } problem) failures.Add($"{problem}\nSeed {seed}:\n{model.File.Text}");
            }
            catch (Exception e)
            {
                failures.Add($"{e}\nSeed {seed}:\n{model.File.Text}");
            }
        });
        foreach (var (what, count) in counts.OrderBy(entry => entry.Key, StringComparer.Ordinal)) output.WriteLine($"{what}: {count}");
        Assert.True(failures.IsEmpty, $"{failures.Count} failures, one of them:\n{failures.MinBy(failure => failure.Length)}");
        Assert.True(counts["sound"] > Models / 2 && counts["unsound"] > Models / 5, "Expected sound and unsound models, but there are too few of one kind.");
        Assert.True(counts.GetValueOrDefault("without steps") < Models / 100, "Expected nearly every finding to have steps, but too many have none.");
    }

    private static string? Check(int seed, RandomModel model, ConcurrentDictionary<string, int> counts)
    {
        var read = Given.Read(model.File);
        if (read.Package is not { } package) return "Expected a model that can be published, but: " + string.Join("; ", read.Problems.Select(problem => problem.Message));
        var faults = read.Problems.Where(problem => Unsound.Contains(problem.Rule)).ToList();
        var gaveUp = read.Problems.Any(problem => problem.Rule == "too-many-states");
        counts.AddOrUpdate(gaveUp ? "gave up" : faults.Count == 0 ? "sound" : "unsound", 1, (_, count) => count + 1);
        foreach (var fault in faults) counts.AddOrUpdate(fault.Steps.IsEmpty ? "without steps" : fault.Rule, 1, (_, count) => count + 1);
        var walk = new RandomWalk(package, [.. model.Variables]);
        var walked = Walk(walk, new Random(seed));
        if (faults.Count == 0 && !gaveUp) return walked ?? FiredTwice(model, walk);
        return faults.Select(fault => Played(fault, model, package)).FirstOrDefault(problem => problem is not null);
    }

    /// <summary>Null when the case could always go on, as far as it was walked.</summary>
    private static string? Walk(RandomWalk walk, Random random)
    {
        walk.Start(Held(walk, random));
        for (var step = 0; step < MostSteps && walk.IsActive && walk.State!.Version < MostEvents; step++)
        {
            if (!walk.State!.Incidents.IsEmpty) return "Expected a sound model's case to go on, but: " + walk.State.Incidents.Values.First().Message;
            var moves = walk.Moves();
            if (moves.Count == 0) return $"Expected a sound model's case to go on, but it is stuck at {string.Join(" ", walk.State.LiveElements)}.";
            walk.Do(moves[random.Next(moves.Count)](Held(walk, random)));
        }

        return null;
    }

    private static HashSet<string> Held(RandomWalk walk, Random random) => [.. walk.Variables.Where(_ => random.Next(2) == 0)];

    private static string? FiredTwice(RandomModel model, RandomWalk walk)
    {
        var once = model.JoinsThatCanFireOnce;
        foreach (var ((_, element), count) in walk.Activations)
            if (count > 1 && once.Contains(element))
                return $"Expected {element} of a sound model to fire once for one set of tokens, but it fired {count} times.";
        return null;
    }

    private static string? Played(Problem fault, RandomModel model, FlowPackage package)
    {
        if (fault.Steps.IsEmpty) return null;
        if (!package.Processes["p"].Elements.Any(element => element.Id == fault.ElementId)) return null;
        return CounterExample.Play(fault, model, new RandomWalk(package, [.. model.Variables])) is { } why
            ? $"Expected the steps of {fault.Rule} at {fault.ElementId} to show it, but {why}: {string.Join("; ", fault.Steps.Select(step => $"{step.Kind} {step.ElementId} {string.Join(",", step.Chosen)}"))}"
            : null;
    }
}
