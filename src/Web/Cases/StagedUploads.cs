using CaseFlow.Runtime;
using CaseFlow.Runtime.Directory;
using CaseFlow.Runtime.Documents;
using Microsoft.AspNetCore.Components.Forms;

namespace CaseFlow.Web.Cases;

/// <summary>Puts files that were chosen in a form's file field aside; the form then names them by their ids.</summary>
public sealed class StagedUploads(DocumentStore store, DocumentOptions limits)
{
    /// <summary>Stops at the first file that is refused; those before it are kept.</summary>
    public async Task<(IReadOnlyList<Staged> Files, Refused? Problem)> StageAsync(Reader reader, IReadOnlyList<IBrowserFile> files)
    {
        var staged = new List<Staged>();
        foreach (var file in files)
        {
            if (file.Size > limits.MaxSize) return (staged, new Refused("file-too-large", $"Expected at most {limits.MaxSize} bytes, but {file.Name} has {file.Size}."));
            await using var content = file.OpenReadStream(limits.MaxSize);
            switch (await store.StageAsync(reader.Tenant, reader.UserId, file.Name, content))
            {
                case Staged done:
                    staged.Add(done);
                    break;
                case NotStaged refused:
                    return (staged, refused.Refusal);
            }
        }

        return (staged, null);
    }
}
