using System.Net.Sockets;
using System.Security.Authentication;
using CourseGen.Runs;
using Npgsql;

namespace CourseGen.Storage.Postgres;

/// <summary>What PostgreSQL's error codes (https://www.postgresql.org/docs/current/errcodes-appendix.html) mean for a person.</summary>
internal static class PostgresTroubles
{
    // The server hung up on who did nothing for too long, in a transaction or between two. Npgsql has no names for these.
    private const string IdleInTransactionTimeout = "25P03";
    private const string IdleSessionTimeout = "57P05";

    private static readonly RetryRule Never = new RetryRule.Never();

    /// <summary>Whether the connection broke or never was, so that trying again may find the server back.</summary>
    public static bool IsGone(NpgsqlException error) => error is PostgresException told
        ? told.SqlState is PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.CannotConnectNow
            or PostgresErrorCodes.TooManyConnections or IdleInTransactionTimeout or IdleSessionTimeout || told.SqlState.StartsWith("08", StringComparison.Ordinal)
        : error.InnerException is IOException or SocketException or TimeoutException;

    /// <summary>Whether another transaction was in the way, so that this one was undone and may simply be tried again.</summary>
    public static bool WasInTheWay(NpgsqlException error) => error is PostgresException
    {
        SqlState: PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected,
    };

    /// <summary>The trouble of an error; null: the code says that our own statement is wrong.</summary>
    public static StoreTrouble? Of(NpgsqlException error, string name)
    {
        if (IsGone(error)) return Unreachable(name, error);
        // Npgsql itself stops at the door: no password for a server that wants one, or a certificate that does not hold.
        if (error is not PostgresException && error.InnerException is null or AuthenticationException) return NotLetIn(name, error);
        return (error as PostgresException)?.SqlState switch
        {
            PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure => Locked(name),
            PostgresErrorCodes.DiskFull => Full(name),
            PostgresErrorCodes.IoError or PostgresErrorCodes.OutOfMemory => DiskError(name, error),
            PostgresErrorCodes.DataCorrupted or PostgresErrorCodes.IndexCorrupted => Damaged(name),
            PostgresErrorCodes.ReadOnlySqlTransaction or PostgresErrorCodes.InsufficientPrivilege => NotWritable(name, error),
            PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification or PostgresErrorCodes.InvalidCatalogName
                => NotLetIn(name, error),
            _ => null,
        };
    }

    public static StoreTrouble Damaged(string name) => new(
        StoreTroubleCodes.Damaged,
        $"The database '{name}' is damaged.",
        "Stop CourseGen and put a backup in its place; keep the damaged one, because parts of it may be read.",
        Never);

    public static StoreTrouble Unsuitable(string name, string version, string encoding) => new(
        StoreTroubleCodes.Unsuitable,
        $"The database '{name}' is of PostgreSQL {version} and in {encoding}.",
        "CourseGen needs PostgreSQL 13 or newer and a database in UTF8: createdb --encoding UTF8 --template template0 NAME.",
        Never);

    private static StoreTrouble Unreachable(string name, Exception error) => new(
        StoreTroubleCodes.Unreachable,
        $"The database '{name}' cannot be reached: {error.InnerException?.Message ?? error.Message}.",
        "Start its server, or look at the network between; nothing that was saved is lost.",
        new RetryRule.After(TimeSpan.FromSeconds(5)));

    private static StoreTrouble Locked(string name) => new(
        StoreTroubleCodes.Locked,
        $"Another program keeps rows of the database '{name}' locked.",
        "Close whatever has a transaction open on it; pg_stat_activity shows it.",
        new RetryRule.After(TimeSpan.FromSeconds(1)));

    private static StoreTrouble Full(string name) => new(
        StoreTroubleCodes.Full,
        $"The disk of the database '{name}' is full.",
        "Make room on its server; nothing that was saved is lost.",
        new RetryRule.After(TimeSpan.FromSeconds(30)));

    private static StoreTrouble DiskError(string name, Exception error) => new(
        StoreTroubleCodes.DiskError,
        $"The server of the database '{name}' could not read or write: {error.Message}.",
        "Look at the server's disk and memory, and at its log.",
        new RetryRule.After(TimeSpan.FromSeconds(5)));

    private static StoreTrouble NotWritable(string name, Exception error) => new(
        StoreTroubleCodes.NotWritable,
        $"The database '{name}' cannot be written: {error.Message}.",
        "Name the primary server, and a user who owns the database.",
        Never);

    private static StoreTrouble NotLetIn(string name, Exception error) => new(
        StoreTroubleCodes.NotLetIn,
        $"The server does not let us into the database '{name}': {error.InnerException?.Message ?? error.Message}.",
        "Check user, password and database in the address, PGPASSWORD and ~/.pgpass; createdb makes a database.",
        Never);
}
