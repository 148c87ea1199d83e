using CaseFlow.Benchmarks.Support;
using CaseFlow.Runtime.Directory;
using CaseFlow.Runtime.Queries;

namespace CaseFlow.Benchmarks.Growth;

/// <summary>What people read all day, each as its page reads it. Every call picks another community, person or case.</summary>
internal static class Readings
{
    public static IReadOnlyList<(string Name, Func<Store, int, int, Task> Read)> All { get; } =
    [
        ("inbox, mine, first page", (store, at, open) => InboxAsync(store, Handler(at, open), InboxView.Mine)),
        ("inbox, teams, first page", (store, at, open) => InboxAsync(store, Handler(at, open), InboxView.Teams)),
        ("inbox, teams, next page", (store, at, open) => NextInboxAsync(store, Handler(at, open), InboxView.Teams)),
        ("inbox, sub-district, first page", (store, at, open) => InboxAsync(store, Supervisor(at), InboxView.Unit)),
        ("inbox, whole city, next page", (store, at, open) => NextInboxAsync(store, City.Mayor, InboxView.Unit)),
        ("inbox, counts", (store, at, open) => store.Get<Inbox>().CountsAsync(Handler(at, open))),
        ("open cases, community", (store, at, open) => ListAsync(store, Handler(at, open), new CaseFilter(Open: true))),
        ("open cases, whole city, next page", (store, at, open) => NextListAsync(store, City.Mayor, new CaseFilter(Open: true))),
        ("cases, sub-district, newest", (store, at, open) => ListAsync(store, Supervisor(at), new CaseFilter())),
        ("cases, whole city, next page", (store, at, open) => NextListAsync(store, City.Mayor, new CaseFilter())),
        ("search by number", (store, at, open) => FoundAsync(store, City.Mayor, Filling.NumberOf(Filling.OpenSeries, Case(at, open)))),
        ("search by place", (store, at, open) => FoundAsync(store, City.Mayor, Filling.PlaceOf(Case(at, open), open), Filling.CasesOfPlace)),
        ("search by road, sub-district", (store, at, open) => ListAsync(store, Supervisor(at), new CaseFilter(Filling.RoadOf(Case(at, open), open)))),
        ("search by person's phone", (store, at, open) => FoundAsync(store, City.Mayor, Filling.PhoneOf(Case(at, open) % PeopleOf(open)))),
        ("search by words, sub-district, nothing found", (store, at, open) => ListAsync(store, Supervisor(at), new CaseFilter("没有这样的事情"))),
        ("case page", (store, at, open) => CaseAsync(store, Case(at, open))),
    ];

    /// <summary>One person asks three times.</summary>
    public static int PeopleOf(int open) => (open / 3) + 1;

    private static Reader Supervisor(int at) => City.Supervisor(at * 37 % City.Communities);

    private static Reader Handler(int at, int open) => City.Handler(at * 37 % City.Communities, at % Filling.HandlersOf(open));

    private static int Case(int at, int open) => (int)(at * 104_729L % open);

    private static Task<Page<InboxRow>> InboxAsync(Store store, Reader reader, InboxView view) => store.Get<Inbox>().ListAsync(reader, new InboxFilter(view));

    private static async Task NextInboxAsync(Store store, Reader reader, InboxView view)
    {
        var first = await store.Get<Inbox>().ListAsync(reader, new InboxFilter(view), size: 2);
        if (first.Next is { } next) await store.Get<Inbox>().ListAsync(reader, new InboxFilter(view), next);
    }

    private static Task<Page<CaseRow>> ListAsync(Store store, Reader reader, CaseFilter filter) => store.Get<CaseQueries>().ListAsync(reader, filter);

    private static async Task NextListAsync(Store store, Reader reader, CaseFilter filter)
    {
        var first = await store.Get<CaseQueries>().ListAsync(reader, filter, size: 2);
        if (first.Next is { } next) await store.Get<CaseQueries>().ListAsync(reader, filter, next);
    }

    /// <param name="most">Rows of the page: no more than the small city has, or a longer page would be held against a short one.</param>
    private static async Task FoundAsync(Store store, Reader reader, string text, int most = 50)
    {
        if ((await store.Get<CaseQueries>().ListAsync(reader, new CaseFilter(text), size: most)).Rows.Count == 0) throw new InvalidOperationException($"Expected a case for '{text}', but there is none.");
    }

    private static async Task CaseAsync(Store store, int at)
    {
        // The flow hands some of the cases on to other units: somebody who sees all of them opens them.
        if (await store.Get<CaseQueries>().FindAsync(City.Mayor, Filling.NumberOf(Filling.OpenSeries, at)) is null) throw new InvalidOperationException($"Expected case {at}, but there is none.");
    }
}
