using CourseGen.Runs;
using Npgsql;

namespace CourseGen.Storage.Postgres;

/// <summary>
/// The address of a database as PostgreSQL's own programs take it: <c>postgres://user:password@host:port/database</c>,
/// see https://www.postgresql.org/docs/current/libpq-connect.html#LIBPQ-CONNSTRING-URIS. Of its parameters those are
/// known which say where and how to connect; a password may come from PGPASSWORD or ~/.pgpass instead.
/// </summary>
public static class PostgresAddress
{
    private static readonly string[] Schemes = ["postgres", "postgresql"];

    private static readonly Dictionary<string, string> Keywords = new(StringComparer.Ordinal)
    {
        ["host"] = "Host",
        ["port"] = "Port",
        ["dbname"] = "Database",
        ["user"] = "Username",
        ["password"] = "Password",
        ["passfile"] = "Passfile",
        ["sslmode"] = "SSL Mode",
        ["sslrootcert"] = "Root Certificate",
        ["sslcert"] = "SSL Certificate",
        ["sslkey"] = "SSL Key",
        ["connect_timeout"] = "Timeout",
    };

    /// <summary>Whether a text is meant as such an address.</summary>
    public static bool IsOne(string text) => Schemes.Any(scheme => text?.StartsWith(scheme + "://", StringComparison.OrdinalIgnoreCase) == true);

    /// <summary>The address in Npgsql's terms.</summary>
    /// <exception cref="StoreException">It cannot be read; the message does not repeat it, because it may hold a password.</exception>
    internal static NpgsqlConnectionStringBuilder Parse(string address)
    {
        try
        {
            return Read(address);
        }
        catch (Exception wrong) when (wrong is UriFormatException or ArgumentException or FormatException or KeyNotFoundException)
        {
            throw new StoreException(
                new(
                    StoreTroubleCodes.BadAddress,
                    $"The address of the database cannot be read: {wrong.Message}",
                    "It has the form postgres://user@host:5432/database; special characters in it are written as %XX.",
                    new RetryRule.Never()),
                wrong);
        }
    }

    private static NpgsqlConnectionStringBuilder Read(string address)
    {
        // libpq lets the host be left out, for a socket on this machine; Uri does not.
        var uri = new Uri(address.Contains("@/", StringComparison.Ordinal) ? address.Replace("@/", "@localhost/", StringComparison.Ordinal) : address);
        var builder = new NpgsqlConnectionStringBuilder { Host = uri.Host };
        if (uri.Port > 0) builder.Port = uri.Port;
        if (uri.AbsolutePath.Trim('/') is { Length: > 0 } database) builder.Database = Uri.UnescapeDataString(database);
        var user = uri.UserInfo.Split(':', 2);
        if (user[0].Length > 0) builder.Username = Uri.UnescapeDataString(user[0]);
        if (user.Length > 1) builder.Password = Uri.UnescapeDataString(user[1]);
        foreach (var parameter in uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = parameter.Split('=', 2);
            if (parts.Length < 2 || !Keywords.TryGetValue(parts[0], out var keyword))
                throw new FormatException($"there is no parameter '{parts[0]}'; known are {string.Join(", ", Keywords.Keys)}");
            builder[keyword] = keyword == "SSL Mode" ? parts[1].Replace("-", "", StringComparison.Ordinal) : Uri.UnescapeDataString(parts[1]);
        }

        return string.IsNullOrEmpty(builder.Host) ? throw new FormatException("it names no host") : builder;
    }
}
