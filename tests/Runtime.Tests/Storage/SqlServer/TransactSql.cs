using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace CaseFlow.Runtime.Tests.Storage.SqlServer;

/// <summary>The grammar of SQL Server 2019, without a server.</summary>
internal static class TransactSql
{
    public static TSqlScript Read(string sql)
    {
        var script = new TSql150Parser(initialQuotedIdentifiers: true).Parse(new StringReader(sql), out var errors);
        Assert.True(errors.Count == 0, string.Join("\n", errors.Select(error => $"{error.Line}:{error.Column} {error.Message}")) + "\n" + sql);
        return (TSqlScript)script;
    }

    /// <summary>Names of the variables that the text uses and does not declare.</summary>
    public static IReadOnlyList<string> Parameters(string sql)
    {
        var visitor = new Variables();
        Read(sql).Accept(visitor);
        return [.. visitor.Used.Except(visitor.Declared).Order(StringComparer.Ordinal)];
    }

    /// <summary>Every column of every table that the text names is there: <c>table.column</c> of those that are not.</summary>
    public static IReadOnlyList<string> Tables(string sql)
    {
        var visitor = new TableNames();
        Read(sql).Accept(visitor);
        return [.. visitor.Names.Distinct().Order(StringComparer.Ordinal)];
    }

    private sealed class Variables : TSqlFragmentVisitor
    {
        public HashSet<string> Used { get; } = [];

        public HashSet<string> Declared { get; } = [];

        public override void Visit(VariableReference node) => Used.Add(node.Name);

        public override void Visit(DeclareVariableElement node) => Declared.Add(node.VariableName.Value);
    }

    private sealed class TableNames : TSqlFragmentVisitor
    {
        public List<string> Names { get; } = [];

        public override void Visit(NamedTableReference node) => Names.Add(node.SchemaObject.BaseIdentifier.Value);
    }
}
