using System.Data.Common;
using Dapper;

namespace CourseGen.Storage;

/// <summary>One connection, in a transaction or not (the connection knows), while a piece of work uses it.</summary>
public sealed class Session
{
    private readonly DbConnection _connection;
    private readonly CancellationToken _cancellation;
    private DateTimeOffset? _now;

    internal Session(DbConnection connection, Dialect dialect, CancellationToken cancellation) =>
        (_connection, Dialect, _cancellation) = (connection, dialect, cancellation);

    internal Dialect Dialect { get; }

    /// <summary>Names what is written; null where a commit always says what became of it.</summary>
    internal WriteMark? Mark { get; init; }

    /// <summary>The time by the store's clock, the same for the whole piece of work.</summary>
    public async Task<DateTimeOffset> NowAsync() => _now ??= await Dialect.NowAsync(this);

    /// <summary>Lets one transaction at a time go on among those that name the same.</summary>
    public Task QueueAsync(string name) => Dialect.QueueAsync(this, name);

    /// <summary>Executes statements and returns how many rows they changed.</summary>
    public Task<int> ExecuteAsync(string sql, object? parameters = null) => _connection.ExecuteAsync(Command(sql, parameters));

    /// <summary>All rows; columns <c>like_this</c> go to properties <c>LikeThis</c>.</summary>
    public async Task<IReadOnlyList<T>> QueryAsync<T>(string sql, object? parameters = null) =>
        (await _connection.QueryAsync<T>(Command(sql, parameters))).AsList();

    /// <summary>The only row, or null.</summary>
    public Task<T?> FindAsync<T>(string sql, object? parameters = null)
        where T : class => _connection.QuerySingleOrDefaultAsync<T>(Command(sql, parameters));

    /// <summary>The first column of the first row, or the default if there is none.</summary>
    public Task<T?> ScalarAsync<T>(string sql, object? parameters = null) => _connection.ExecuteScalarAsync<T>(Command(sql, parameters));

    private CommandDefinition Command(string sql, object? parameters) =>
        new(sql, parameters, cancellationToken: _cancellation);
}
