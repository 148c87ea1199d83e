using CaseFlow.Engine.Clocks;
using CaseFlow.Engine.Model;
using CaseFlow.Runtime.Directory;
using CaseFlow.Runtime.Recomputing;
using CaseFlow.Web.Calendars.Editing;
using Microsoft.AspNetCore.Components;

namespace CaseFlow.Web.Calendars;

/// <summary>Changes one calendar file: what is typed is looked through, what it would do is shown, then it is saved with a reason.</summary>
public sealed partial class CalendarEditor
{
    private CalendarDraft draft = CalendarDraft.NewOffice([]);
    private FieldErrors errors = FieldErrors.None;
    private CalendarPreview? preview;
    private ElementReference previewHead;
    private string unchanged = "";
    private string looked = "";
    private string? text;
    private string? reason;
    private string? problem;
    private bool asText;
    private bool notShown;
    private bool reasonMissing;
    private bool focusPreview;

    [Inject] private CalendarDesk Desk { get; set; } = default!;

    [CascadingParameter] private Reader Reader { get; set; } = default!;

    /// <summary>The file; null: a new one.</summary>
    [Parameter] public CalendarRow? Row { get; set; }

    /// <summary>Of a new one: a list of holidays instead of an office's calendar.</summary>
    [Parameter] public bool Holidays { get; set; }

    /// <summary>Ids of all files of the tenant.</summary>
    [Parameter, EditorRequired] public IReadOnlyCollection<string> Ids { get; set; } = [];

    /// <summary>Names of the tenant's holiday lists by id.</summary>
    [Parameter, EditorRequired] public IReadOnlyDictionary<string, LocalText> HolidayLists { get; set; } = default!;

    [Parameter, EditorRequired] public KnownNames Known { get; set; } = default!;

    /// <summary>The year that a new list of holidays is for.</summary>
    [Parameter] public int NextYear { get; set; }

    /// <summary>It is saved under that id.</summary>
    [Parameter] public EventCallback<string> Saved { get; set; }

    /// <summary>Something was changed and not saved.</summary>
    public bool IsDirty => Content != unchanged;

    private string Content => asText ? text ?? "" : draft.Write();

    protected override void OnInitialized() => Reset();

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!focusPreview) return;
        focusPreview = false;
        await previewHead.FocusAsync();
    }

    private void Reset()
    {
        var read = Row is null ? Holidays ? CalendarDraft.NewHolidays(NextYear) : CalendarDraft.NewOffice(HolidayLists.Keys) : CalendarDraft.Read(Row.Content);
        (asText, notShown, text) = (read is null, read is null, Row?.Content);
        draft = read ?? draft;
        unchanged = Content;
        Forget();
    }

    /// <summary>What was said of the former text holds no more.</summary>
    private void Forget() => (errors, preview, problem, reasonMissing) = (FieldErrors.None, null, null, false);

    private void ShowText()
    {
        if (asText) return;
        var dirty = IsDirty;
        text = dirty || Row is null ? draft.Write() : Row.Content;
        asText = true;
        if (!dirty) unchanged = text;
        Forget();
    }

    private void ShowForm()
    {
        if (!asText) return;
        var dirty = IsDirty;
        var read = CalendarDraft.Read(text ?? "");
        notShown = read is null;
        if (read is null) return;
        // The form has one id for a file: another one in its text is refused when it is looked through.
        (draft, asText) = (read, false);
        unchanged = dirty ? Row is null ? "" : CalendarDraft.Read(Row.Content)?.Write() ?? "" : draft.Write();
        Forget();
    }

    private async Task LookAsync()
    {
        Forget();
        var content = Content;
        if (!asText) errors = CalendarCheck.Of(draft, Row is null ? Ids : [], Text);
        if (errors.Count > 0) problem = Text["Calendars.SomeWrong", errors.Count];
        else if (Row is not null && !IsDirty) problem = Text["Calendars.Unchanged"];
        else if (asText && Row is null && Ids.Contains(IdOf(content))) problem = Text["Calendars.Error.Taken"];
        if (problem is not null) return;
        var found = await Desk.PreviewAsync(Reader, IdOf(content), content);
        if (found.Refusal is { } refusal) Tell(refusal);
        else (preview, looked, focusPreview) = (found, content, true);
    }

    private async Task SaveAsync()
    {
        reasonMissing = string.IsNullOrWhiteSpace(reason);
        var content = Content;
        if (content != looked)
        {
            await LookAsync();
            problem ??= Text["Calendars.ChangedSince"];
            return;
        }

        if (reasonMissing) return;
        var id = IdOf(content);
        if (await Desk.SaveAsync(Reader, id, content, Row?.Content, reason!) is { } refusal)
        {
            preview = null;
            Tell(refusal);
            return;
        }

        await Saved.InvokeAsync(id);
    }

    private string IdOf(string content)
    {
        try
        {
            return Row?.Id ?? CalendarReader.Read(content, "") switch { OfficeCalendarFile office => office.Calendar.Id, HolidayListFile list => list.List.Id, _ => "" };
        }
        catch (CalendarFormatException)
        {
            return CalendarJson.Read(content)?.Text("id") ?? "";
        }
    }

    private void Tell(CalendarRefusal refusal)
    {
        problem = refusal.Code == "calendar" ? Text["Calendars.Wrong", refusal.Message] : Text[$"Calendars.Refused.{refusal.Code}"];
        if (!asText && refusal.Path is { } path) errors = new FieldErrors(new Dictionary<string, string> { [path] = refusal.Message });
    }
}
