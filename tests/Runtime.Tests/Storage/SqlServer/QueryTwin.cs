using System.Collections;
using System.Linq.Expressions;
using CaseFlow.Runtime.Storage;
using CaseFlow.Runtime.Storage.SqlServer;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Runtime.Tests.Storage.SqlServer;

/// <summary>
/// Every query that a test makes on SQLite or PostgreSQL is compiled for SQL Server as well, and what would be sent is held against
/// the server's grammar: a query that it can't answer fails the test that makes it. Each query is compiled once a process.
/// </summary>
internal sealed class QueryTwin : IQueryExpressionInterceptor
{
    public static readonly QueryTwin Instance = new();

    private static readonly Lazy<ServiceProvider> Services = new(SqlServerBureau.Services);

    /// <summary>What was compiled so far.</summary>
    public static SqlRecorder Recorder { get; } = new();

    public Expression QueryCompilationStarting(Expression queryExpression, QueryExpressionEventData eventData)
    {
        Compile(queryExpression);
        return queryExpression;
    }

    public static void Compile(Expression query)
    {
        using var context = Context();
        context.Scope = ReadScope.Whole("t1");
        var rebased = new Rebase(context);
        var expression = rebased.Visit(query);
        if (rebased.IsRaw) return;
        try
        {
            typeof(QueryTwin).GetMethod(nameof(Run), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!
                .MakeGenericMethod(ResultOf(expression.Type)).Invoke(null, [context, expression, rebased.Parameters]);
        }
        catch (System.Reflection.TargetInvocationException e)
        {
            throw new InvalidOperationException($"Expected a query that SQL Server can answer, but: {e.InnerException!.Message}\n{query}", e.InnerException);
        }
    }

    private static SqlServerCaseFlowDbContext Context() => new(new DbContextOptionsBuilder<SqlServerCaseFlowDbContext>()
        .UseSqlServer("Server=nowhere.invalid;Database=caseflow").AddInterceptors(Recorder, NoConnection.Instance).Options);

    private static Type ResultOf(Type type) =>
        type.IsGenericType && type.IsAssignableTo(typeof(IQueryable)) ? typeof(IEnumerable<>).MakeGenericType(type.GetInterfaces().Append(type).First(known => known.IsGenericType && known.GetGenericTypeDefinition() == typeof(IQueryable<>)).GetGenericArguments()[0]) : type;

    private static void Run<T>(CaseFlowDbContext context, Expression expression, IReadOnlyDictionary<string, object?> parameters)
    {
        var compilation = context.GetService<IQueryCompilationContextFactory>().Create(async: false);
        var execute = compilation.CreateQueryExecutor<T>(expression);
        var query = context.GetService<IQueryContextFactory>().Create();
        foreach (var (name, value) in parameters) query.Parameters[name] = value;
        var before = Recorder.Count;
        try
        {
            if (execute(query) is IEnumerable rows and not string)
                foreach (var _ in rows)
                {
                }
        }
        catch (InvalidOperationException e) when (e.Message.Contains("no elements", StringComparison.Ordinal))
        {
            // The recorder answers without rows.
        }

        if (Recorder.Count == before) throw new InvalidOperationException("nothing was sent.");
    }

    /// <summary>The same query over SQL Server's model, with a value for each parameter.</summary>
    private sealed class Rebase(DbContext context) : ExpressionVisitor
    {
        public Dictionary<string, object?> Parameters { get; } = [];

        /// <summary>SQL written by hand is the dialect's.</summary>
        public bool IsRaw { get; private set; }

        protected override Expression VisitExtension(Expression node)
        {
            switch (node)
            {
                case var raw when raw.GetType().Name is "FromSqlQueryRootExpression" or "SqlQueryRootExpression":
                    IsRaw = true;
                    return node;
                case EntityQueryRootExpression root:
                    return new EntityQueryRootExpression(context.Model.FindEntityType(root.EntityType.Name)!);
                case QueryParameterExpression parameter:
                    Parameters[parameter.Name] = SampleValues.Of(parameter.Type);
                    return node;
                default:
                    return base.VisitExtension(node);
            }
        }
    }
}
