using System.Text;
using CaseFlow.Runtime.Storage.Commits;
using Microsoft.Data.SqlClient;

namespace CaseFlow.Runtime.Storage.SqlServer;

/// <summary>The statements of one command with their parameters.</summary>
internal sealed class SqlServerBatch
{
    /// <summary>A command takes 2,100.</summary>
    private const int MostParameters = 2000;

    private readonly StringBuilder _text = new();

    public string Text => _text.ToString();

    public List<SqlParameter> Parameters { get; } = [];

    public bool HasRoomFor(Statement statement) => Parameters.Count + statement.Parameters.Length <= MostParameters;

    /// <param name="check">What must follow; empty for nothing.</param>
    public void Add(Statement statement, object?[] values, string check = "")
    {
        _text.Append(SqlServerSql.Of(statement, Parameters.Count)).Append(check).Append('\n');
        for (var at = 0; at < values.Length; at++) Parameters.Add(SqlServerValues.Parameter($"@p{Parameters.Count}", statement.Parameters[at], values[at]));
    }
}
