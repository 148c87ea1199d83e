using System.Collections.Immutable;
using CaseFlow.Cli.Calendars;
using CaseFlow.Engine.Clocks;
using CaseFlow.Engine.Execution;
using CaseFlow.Engine.Model;
using CaseFlow.Engine.Reading;

namespace CaseFlow.Cli.Drive;

/// <summary>What was deployed. Each BPMN file is a flow of its own; tables and forms deployed so far belong to every flow that follows.</summary>
internal sealed class DriveWorld : IWorld
{
    private readonly Dictionary<FlowRef, FlowPackage> _packages = [];
    private readonly Dictionary<string, FlowPackage> _byProcess = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _tables = new(StringComparer.Ordinal);
    private readonly Dictionary<string, WorkingCalendar> _calendars = new(StringComparer.Ordinal);
    private readonly WorkingCalendar _office = PlainOffice.Create();

    public IEnumerable<FlowPackage> Deployed => _byProcess.Values.Distinct();

    public bool Has(FlowRef flow) => _packages.ContainsKey(flow);

    public int NewestVersion(string key) => _packages.Keys.Where(flow => flow.Key == key).Max(flow => flow.Version);

    public FlowPackage Flow(FlowRef flow) => _packages[flow];

    public FlowRef? Newest(string process) => _byProcess.GetValueOrDefault(process)?.Ref;

    public WorkingCalendar Calendar(string? id) => id is not null && _calendars.TryGetValue(id, out var calendar) ? calendar : _office;

    /// <summary>The newest deployed version that has the process; null: none has.</summary>
    public FlowPackage? WithProcess(string process) => _byProcess.GetValueOrDefault(process);

    public void Take(IEnumerable<(string Id, WorkingCalendar Calendar)> calendars)
    {
        foreach (var (id, calendar) in calendars) _calendars[id] = calendar;
    }

    /// <summary>Checks the files as one flow and keeps it when nothing is wrong with it.</summary>
    /// <param name="own">The BPMN file and whatever belongs to it alone.</param>
    public FlowReadResult Deploy(string name, IReadOnlyDictionary<string, string> own)
    {
        var files = new Dictionary<string, string>(_tables, StringComparer.Ordinal);
        foreach (var (file, text) in own) files[file] = text;
        var version = _packages.Keys.Count(known => known.Key == name) + 1;
        var result = FlowReader.Read(new FlowRef(name, version), files, _byProcess);
        if (result.Package is { } package) Keep(package);
        return result;
    }

    /// <summary>Keeps a table or a form for the flows that follow.</summary>
    public void Keep(string name, string text) => _tables[name] = text;

    private void Keep(FlowPackage package)
    {
        _packages[package.Ref] = package;
        foreach (var process in package.Processes.Keys)
        {
            _byProcess[process] = package;
            if (package.VersionTag is { } tag) _byProcess[new CallTarget(process, tag).Key] = package;
        }
    }
}
