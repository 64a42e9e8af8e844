using Dapper;
using Microsoft.Data.Sqlite;

namespace CourseGen.Storage.Sqlite;

/// <summary>One connection, in a transaction or not, while a piece of work uses it.</summary>
public sealed class SqliteSession
{
    private readonly SqliteConnection _connection;

    internal SqliteSession(SqliteConnection connection) => _connection = connection;

    /// <summary>Executes statements and returns how many rows they changed.</summary>
    public int Execute(string sql, object? parameters = null) => _connection.Execute(sql, parameters);

    /// <summary>All rows; columns <c>like_this</c> go to properties <c>LikeThis</c>.</summary>
    public IReadOnlyList<T> Query<T>(string sql, object? parameters = null) =>
        _connection.Query<T>(sql, parameters).AsList();

    /// <summary>The only row, or null.</summary>
    public T? Find<T>(string sql, object? parameters = null)
        where T : class => _connection.QuerySingleOrDefault<T>(sql, parameters);

    /// <summary>The first column of the first row, or the default if there is none.</summary>
    public T? Scalar<T>(string sql, object? parameters = null) =>
        _connection.ExecuteScalar<T>(sql, parameters);
}
