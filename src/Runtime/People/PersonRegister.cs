using System.Text;
using CaseFlow.Runtime.Storage;
using CaseFlow.Runtime.Storage.Commits;
using Microsoft.EntityFrameworkCore;
using static CaseFlow.Runtime.Storage.Commits.StoredType;

namespace CaseFlow.Runtime.People;

/// <summary>
/// The one place of names, phones and addresses. A person is found again by phone and name; two people who share a phone stay two,
/// and what somebody types never overwrites what another typed.
/// </summary>
internal sealed class PersonRegister(Database database, TimeProvider time)
{
    /// <summary>Shorter runs of digits are rather part of a number or a place.</summary>
    private const int ShortestPhone = 7;

    private const int MostFound = 20;

    private static readonly Statement Insert = Statement.Insert(
        "people", ("id", Text), ("tenant", Text), ("name", Text), ("phone", Text), ("address", Text), ("created_at", Time));

    private static readonly Statement Complete = Change(ColumnRule.KeepStored);

    private static readonly Statement Replace = Change(ColumnRule.KeepWhenNull);

    /// <summary>The person that a form's personal fields mean, with the row to be written together with the case. Null: nobody is named.</summary>
    public async Task<(string PersonId, RowWrite Row)?> FindOrAddAsync(string tenant, IReadOnlyDictionary<string, string> fields, CancellationToken cancel)
    {
        var (name, phone, address) = Read(fields);
        if (name is null && phone is null && address is null) return null;
        if (phone is not null && await FindAsync(tenant, phone, name, cancel) is { } id) return (id, new RowWrite(Complete, name, phone, address, id));
        var added = Guid.CreateVersion7(time.GetUtcNow()).ToString("N");
        return (added, new RowWrite(Insert, added, tenant, name, phone, address, time.GetUtcNow()));
    }

    /// <summary>What a member of staff corrected: their word replaces the old.</summary>
    public static RowWrite Correct(string personId, IReadOnlyDictionary<string, string> fields)
    {
        var (name, phone, address) = Read(fields);
        return new RowWrite(Replace, name, phone, address, personId);
    }

    /// <summary>Ids of the people with that phone, or with that very name.</summary>
    /// <param name="text">As somebody typed it.</param>
    public async Task<IReadOnlyList<string>> FindAsync(string tenant, string text, CancellationToken cancel)
    {
        var phone = text.All(letter => !char.IsLetter(letter)) && PhoneNumbers.Normalize(text) is { Length: >= ShortestPhone } digits ? digits : null;
        var name = text.Normalize(NormalizationForm.FormC);
        await using var context = database.Open(ReadScope.Whole(tenant));
        var found = phone is null ? context.People.Where(row => row.Name == name) : context.People.Where(row => row.Phone == phone);
        return await found.Where(row => row.ErasedAt == null).Select(row => row.Id).Take(MostFound).ToListAsync(cancel);
    }

    private async Task<string?> FindAsync(string tenant, string phone, string? name, CancellationToken cancel)
    {
        await using var context = database.Open(ReadScope.Whole(tenant));
        var people = await context.People.Where(row => row.Phone == phone && row.ErasedAt == null)
            .OrderBy(row => row.CreatedAt).Select(row => new { row.Id, row.Name }).Take(20).ToListAsync(cancel);
        return people.FirstOrDefault(person => person.Name == name || person.Name is null || name is null)?.Id;
    }

    private static (string? Name, string? Phone, string? Address) Read(IReadOnlyDictionary<string, string> fields) =>
        (Trimmed(fields, "name"), PhoneNumbers.Normalize(Trimmed(fields, "phone")), Trimmed(fields, "address"));

    private static string? Trimmed(IReadOnlyDictionary<string, string> fields, string key) =>
        fields.TryGetValue(key, out var value) && value.Trim().Normalize(NormalizationForm.FormC) is { Length: > 0 } text ? text : null;

    private static Statement Change(ColumnRule rule) =>
        Statement.UpdateWhere("people", "erased_at is null", 1, new("name", Text, rule), new("phone", Text, rule), new("address", Text, rule), ("id", Text));
}
