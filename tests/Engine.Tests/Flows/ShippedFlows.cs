using System.Collections.Immutable;
using CaseFlow.Engine.Clocks;
using CaseFlow.Engine.Execution;
using CaseFlow.Engine.Model;
using CaseFlow.Engine.Reading;
using CaseFlow.TestSupport;

namespace CaseFlow.Engine.Tests.Flows;

/// <summary>The flows in <c>workflows/</c> as they are published, with the shipped office calendar: the world of these tests.</summary>
internal sealed class ShippedFlows : IWorld
{
    /// <summary>A flow after those it calls.</summary>
    public static readonly ImmutableArray<string> Keys = ["complaint", "enquiry", "need-project", "project"];

    private static readonly Lazy<ShippedFlows> Loaded = new(() => new ShippedFlows());

    private readonly Dictionary<string, FlowPackage> _packages = [];
    private readonly Dictionary<string, ImmutableArray<Problem>> _problems = [];
    private readonly WorkingCalendar _office = ReadOffice();

    private ShippedFlows()
    {
        var callable = new Dictionary<string, FlowPackage>();
        foreach (var key in Keys)
        {
            var result = FlowReader.Read(new FlowRef(key, 1), Files(key), callable);
            _problems[key] = result.Problems;
            if (result.Package is not { } package) continue;
            _packages[key] = package;
            callable[package.MainProcess] = package;
        }
    }

    public static ShippedFlows World => Loaded.Value;

    public FlowPackage Flow(FlowRef flow) => Package(flow.Key);

    public WorkingCalendar Calendar(string? id) => _office;

    public FlowPackage Package(string key) =>
        _packages.TryGetValue(key, out var package)
            ? package
            : throw new InvalidOperationException($"Flow {key} has problems:\n{string.Join('\n', Problems(key))}");

    public IEnumerable<string> Problems(string key) =>
        _problems[key].Select(problem => $"{problem.Severity} {problem.Rule} {problem.File}:{problem.Line} {problem.ElementId}: {problem.Message}");

    public static Dictionary<string, string> Files(string key) =>
        Directory.GetFiles(Repository.Path($"workflows/{key}")).ToDictionary(file => Path.GetFileName(file), File.ReadAllText);

    private static WorkingCalendar ReadOffice()
    {
        var folder = Repository.Path("workflows/calendars");
        var read = Directory.GetFiles(folder, "*.json").Order(StringComparer.Ordinal).Select(file => (file, content: CalendarReader.Read(File.ReadAllText(file), file))).ToList();
        var office = read.Single(entry => entry.content is OfficeCalendarFile { Calendar.Id: "office-cn" });
        return CalendarReader.Join((OfficeCalendarFile)office.content, office.file, read.Select(entry => entry.content).OfType<HolidayListFile>().Select(file => file.List));
    }
}
