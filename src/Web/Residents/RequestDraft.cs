using CaseFlow.Engine;
using CaseFlow.Engine.Forms;
using CaseFlow.Runtime;
using CaseFlow.Runtime.Intake;
using CaseFlow.Web.Components.Forms;
using CaseFlow.Web.Security;
using CaseFlow.Web.SignIn;

namespace CaseFlow.Web.Residents;

/// <summary>One request being written: its service, what is typed, what was wrong with it. Serves the resident's form and the clerk's.</summary>
public sealed class RequestDraft(
    IntakeDesk desk, DirectoryChoices directory, FormUploads files, SubmittedRequests submitted, ProtectedCookie<Receipt> receipts, KeptForms kept, TimeProvider clock)
{
    private const string KeyField = "_key";
    private const string RefreshField = "_refresh";
    private string tenant = "";

    public ServiceRow? Service { get; private set; }

    public FormValues Values { get; private set; } = new();

    public IReadOnlyList<FormError> Errors { get; private set; } = [];

    /// <summary>Why the whole request was refused, when no single field is to blame.</summary>
    public Refused? Refusal { get; private set; }

    public IReadOnlyDictionary<string, IReadOnlyList<ChoiceGroup>> Choices { get; private set; } = new Dictionary<string, IReadOnlyList<ChoiceGroup>>();

    /// <summary>Names this filled-in form, so that sending it twice starts one case.</summary>
    public string Key { get; private set; } = "";

    /// <param name="forStaff">Also services that residents may not start themselves.</param>
    /// <returns>False when there is no such service.</returns>
    public async Task<bool> OpenAsync(string tenantKey, string flowKey, bool forStaff, HttpContext context)
    {
        tenant = tenantKey;
        Service = (await (forStaff ? desk.AllServicesAsync(tenant, context.RequestAborted) : desk.ServicesAsync(tenant, context.RequestAborted))).FirstOrDefault(service => service.FlowKey == flowKey);
        if (Service is null) return false;
        var posted = HttpMethods.IsPost(context.Request.Method) ? await context.Request.ReadFormAsync(context.RequestAborted) : kept.Find(context.Request);
        Key = Guid.TryParse(posted?[KeyField], out var key) ? key.ToString() : Guid.CreateVersion7(clock.GetUtcNow()).ToString();
        Values = posted is not null ? FormValues.From(posted) : Service.Form is { } form ? FormValues.Initial(form) : new();
        Choices = await directory.ForAsync(tenant, context.RequestAborted);
        return true;
    }

    /// <returns>True when received; the receipt then lies in its cookie.</returns>
    public async Task<bool> SendAsync(string channel, Actor? actor, string? unit, HttpContext context)
    {
        Errors = await files.TakeAsync(tenant, actor?.Id ?? FormUploads.Reporter, Service!.Form, Values, context.Request.Form.Files, context.RequestAborted);
        if (Errors.Count > 0 || context.Request.Form.ContainsKey(RefreshField)) return false;
        var request = new IntakeRequest(tenant, Service.FlowKey, channel, actor, Values.ToPost(Service.Form, clock.GetUtcNow()).Values, unit, new ExternalId("form", Key));
        var outcome = await submitted.OnceAsync(Key, () => desk.SubmitAsync(request));
        switch (outcome)
        {
            case Received received:
                receipts.Set(context, new Receipt(received.Number, received.FollowCode, Service.Name, received.Promises, clock.GetUtcNow()));
                return true;
            case AlreadyReceived known:
                receipts.Set(context, new Receipt(known.Number, null, Service.Name, [], clock.GetUtcNow()));
                return true;
            case NotReceived { Refusal: var refusal }:
                Errors = refusal.Errors.IsDefault ? [] : refusal.Errors;
                Refusal = Errors.Count == 0 ? refusal : null;
                return false;
            default:
                throw new InvalidOperationException($"Expected a known outcome of the intake, but it is {outcome.GetType().Name}.");
        }
    }
}
