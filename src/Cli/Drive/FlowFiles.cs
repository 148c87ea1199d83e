using CaseFlow.Engine.Clocks;

namespace CaseFlow.Cli.Drive;

/// <summary>The files of a flow folder, and the calendars beside the flows.</summary>
internal static class FlowFiles
{
    private const string FlowFile = "flow.bpmn";

    public static bool IsFlowFolder(string bpmnFile) => Path.GetFileName(bpmnFile) == FlowFile;

    /// <summary>The BPMN file; with it, when it is a flow folder's, the folder's tables and forms.</summary>
    public static Dictionary<string, string> Of(string bpmnFile)
    {
        var files = new Dictionary<string, string>(StringComparer.Ordinal) { [Path.GetFileName(bpmnFile)] = File.ReadAllText(bpmnFile) };
        if (!IsFlowFolder(bpmnFile)) return files;
        foreach (var beside in Directory.EnumerateFiles(FolderOf(bpmnFile)).Where(IsTableOrForm))
            files[Path.GetFileName(beside)] = File.ReadAllText(beside);
        return files;
    }

    public static bool IsTableOrForm(string file) =>
        file.EndsWith(".dmn", StringComparison.OrdinalIgnoreCase) || file.EndsWith(".form.json", StringComparison.OrdinalIgnoreCase);

    /// <summary>Office calendars of the <c>calendars</c> folder beside the flow's folder, by id. Throws <see cref="CalendarFormatException"/>.</summary>
    public static IEnumerable<(string Id, WorkingCalendar Calendar)> CalendarsBeside(string flowFolder)
    {
        var folder = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(flowFolder)) ?? ".", "calendars");
        if (!Directory.Exists(folder)) yield break;
        var read = Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal)
            .Select(file => (File: file, Calendar: CalendarReader.Read(File.ReadAllText(file), Path.GetFileName(file)))).ToList();
        var lists = read.Select(entry => entry.Calendar).OfType<HolidayListFile>().Select(file => file.List).ToList();
        foreach (var (file, calendar) in read)
            if (calendar is OfficeCalendarFile office)
                yield return (office.Calendar.Id, CalendarReader.Join(office, Path.GetFileName(file), lists));
    }

    public static string FolderOf(string file) => Path.GetDirectoryName(Path.GetFullPath(file))!;
}
