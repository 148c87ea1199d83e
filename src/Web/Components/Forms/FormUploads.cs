using CaseFlow.Engine.Forms;
using CaseFlow.Runtime.Documents;

namespace CaseFlow.Web.Components.Forms;

/// <summary>
/// Files of a form: each is checked and put aside as soon as it arrives, and the form goes on with its id. So a form that comes back
/// for another reason still has its files.
/// </summary>
public sealed class FormUploads(DocumentStore documents, TimeProvider clock)
{
    /// <summary>Puts aside what a post brought for the form's file fields. Refused files become errors of their field.</summary>
    /// <param name="actorId">Who sends it: a user's id, or <see cref="Reporter"/>.</param>
    public async Task<IReadOnlyList<FormError>> TakeAsync(string tenant, string actorId, FormDefinition? form, FormValues values, IFormFileCollection files, CancellationToken cancel)
    {
        var errors = new List<FormError>();
        foreach (var field in form is null ? [] : FormValues.All(form.Fields).Where(field => field is { Type: "filepicker", Key: not null }))
            foreach (var file in files.Where(file => file.Name == field.Key && file.Length > 0))
            {
                await using var content = file.OpenReadStream();
                if (await TakeAsync(tenant, actorId, field, values, file.FileName, content, cancel) is { } error) errors.Add(error);
            }

        return errors.Count == 0 ? errors : [.. errors, .. OthersOf(form!, values, errors)];
    }

    // A form that comes back because of a file says at once what else is wrong.
    private IEnumerable<FormError> OthersOf(FormDefinition form, FormValues values, List<FormError> files)
    {
        var now = clock.GetUtcNow();
        return FormValidator.Validate(form, values.ToPost(form, now).Values, now).Errors.Where(error => files.TrueForAll(file => file.Field != error.Field));
    }

    /// <returns>Null when it was taken; the field then has its id.</returns>
    private async Task<FormError?> TakeAsync(string tenant, string actorId, FormField field, FormValues values, string name, Stream content, CancellationToken cancel)
    {
        switch (await documents.StageAsync(tenant, actorId, name, content, cancel))
        {
            case Staged staged:
                values.AddFile(field.Key!, staged.Id.ToString(), staged.Name);
                return null;
            case NotStaged { Refusal: var refusal }:
                return new FormError(field.Key!, refusal.Code, name);
            case var other:
                throw new InvalidOperationException($"Expected a known outcome, but it is {other.GetType().Name}.");
        }
    }

    /// <summary>Who sends a resident's files.</summary>
    public const string Reporter = "reporter";
}
