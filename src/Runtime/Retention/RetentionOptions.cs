using Microsoft.Extensions.Configuration;

namespace CaseFlow.Runtime.Retention;

/// <param name="ExportFolder">Where cases are written before they are deleted. On several nodes: one folder that all of them see.</param>
/// <param name="BatchSize">Cases deleted in one transaction, and written to one file.</param>
public sealed record RetentionOptions(IReadOnlyList<RetentionRule> Rules, string ExportFolder, int BatchSize = 200)
{
    /// <summary>
    /// Reads <c>Retention:Rules</c> (a list of <c>Name</c>, <c>Tenant</c>, <c>Kind</c>, <c>Flow</c>, <c>DeleteAfterYears</c>, <c>EraseAfterYears</c>; none: nothing is ever
    /// deleted) and <c>Retention:ExportFolder</c> (default <c>retention</c> in the data folder).
    /// </summary>
    /// <exception cref="InvalidOperationException">A rule that is none; the message names its place.</exception>
    public static RetentionOptions From(IConfiguration configuration)
    {
        var rules = configuration.GetSection("Retention:Rules").GetChildren().Select(Read).ToList();
        if (rules.GroupBy(rule => rule.Name).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw new InvalidOperationException($"Expected each retention rule to have a name of its own, but two are called '{twice.Key}'.");
        return new RetentionOptions(rules, configuration["Retention:ExportFolder"] ?? Path.Combine(configuration["CASEFLOW_DATA"] ?? "data", "retention"));
    }

    /// <summary>The rule that counts for a case; null: it is kept for ever.</summary>
    internal RetentionRule? For(string tenant, string kind, string flow) => Rules.Where(rule => rule.Covers(tenant, kind, flow)).MaxBy(rule => rule.Weight);

    private static RetentionRule Read(IConfigurationSection section)
    {
        var name = section["Name"] is { Length: > 0 } given ? given : throw new InvalidOperationException($"Expected {section.Path}:Name, but there is none.");
        var rule = new RetentionRule(name, section["Tenant"], section["Kind"], section["Flow"], Years(section, "DeleteAfterYears"), Years(section, "EraseAfterYears"));
        if (rule.DeleteAfterYears is null && rule.EraseAfterYears is null)
            throw new InvalidOperationException($"Expected {section.Path} to have DeleteAfterYears or EraseAfterYears, but it has neither.");
        return rule;
    }

    private static int? Years(IConfigurationSection section, string key)
    {
        if (section[key] is not { Length: > 0 } text) return null;
        if (!int.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var years) || years < 1)
            throw new InvalidOperationException($"Expected {section.Path}:{key} to be a number of years, 1 or more, but it is '{text}'.");
        return years;
    }
}
