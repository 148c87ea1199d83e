using CaseFlow.Runtime.Storage.Commits;
using Npgsql;

namespace CaseFlow.Runtime.Storage.Postgres;

/// <summary>When a group doesn't fit, most often another node was faster with one of its cases. The versions tell with which.</summary>
internal sealed class OvertakenCommits(NpgsqlDataSource source)
{
    /// <summary>Answers those that were overtaken.</summary>
    /// <returns>The others, which may go on together; the whole group when its versions don't explain it.</returns>
    public IReadOnlyList<PendingCommit> Answer(IReadOnlyList<PendingCommit> group)
    {
        var versions = Versions([.. group.Select(pending => pending.Commit.CaseId)]);
        var fitting = new List<PendingCommit>(group.Count);
        foreach (var pending in group)
        {
            if (pending.Commit.Expected > 0 && versions.TryGetValue(pending.Commit.CaseId, out var version) && version != pending.Commit.Expected) pending.Answer(CommitResult.Conflict);
            else fitting.Add(pending);
        }

        return fitting;
    }

    /// <summary>None when the server can't be asked: each commit then finds out for itself.</summary>
    private Dictionary<Guid, long> Versions(Guid[] cases)
    {
        var versions = new Dictionary<Guid, long>();
        try
        {
            using var command = source.CreateCommand("select id, version from cases where id = any($1)");
            command.Parameters.Add(new NpgsqlParameter<Guid[]> { TypedValue = cases });
            using var reader = command.ExecuteReader();
            while (reader.Read()) versions[reader.GetGuid(0)] = reader.GetInt64(1);
        }
        catch (NpgsqlException)
        {
            versions.Clear();
        }

        return versions;
    }
}
