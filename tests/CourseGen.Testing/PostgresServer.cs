using System.Diagnostics;
using Npgsql;

namespace CourseGen.Testing;

/// <summary>
/// A PostgreSQL server of the tests' own, in a temporary folder and on a socket in it. A shell holds it, and ends it and
/// removes the folder when this process is gone, however that happens.
/// </summary>
public sealed class PostgresServer : IAsyncDisposable
{
    // Everything a person has to do when it is missing.
    private const string Missing = "PostgreSQL is not on this machine. Run: sudo apt-get install -y postgresql";

    // The server refuses to be root's. The shell reads until it is told to stop, or until nobody is there any more.
    private const string Holder =
        """
        cd "$2" && as=""
        if [ "$(id -u)" = 0 ]; then chown postgres . && as="setpriv --reuid=postgres --regid=postgres --clear-groups"; fi
        [ -d data ] || $as "$1/initdb" -D data -U coursegen --auth=trust --encoding=UTF8 --locale=C.UTF-8 --no-sync >init.log 2>&1 || { cat init.log; exit 1; }
        $as "$1/postgres" -D data -k "$2" -c listen_addresses= $3 >>server.log 2>&1 &
        server=$!
        echo started
        read -r order || order=gone
        [ "$order" = crash ] && kill -QUIT $server || kill -INT $server
        wait $server
        [ "$order" != gone ] || rm -rf "$2"
        """;

    private static readonly Lazy<Task<PostgresServer>> Everybodys = new(() => StartAsync("-c fsync=off -c full_page_writes=off -c max_connections=300"));

    private readonly string _programs;
    private readonly string _folder;
    private readonly string _settings;
    private Process _holder = null!;
    private int _databases;

    private PostgresServer(string programs, string folder, string settings) => (_programs, _folder, _settings) = (programs, folder, settings);

    /// <summary>The server that all tests of a process share. It ends with the process.</summary>
    public static Task<PostgresServer> SharedAsync() => Everybodys.Value;

    /// <summary>Starts a server for a test that does something to it.</summary>
    /// <param name="settings">More arguments of the server.</param>
    public static async Task<PostgresServer> StartAsync(string settings)
    {
        var server = new PostgresServer(Programs(), Directory.CreateTempSubdirectory("coursegen-postgres-").FullName, settings);
        await server.StartAsync();
        return server;
    }

    /// <summary>The address of a database of this server.</summary>
    public string AddressOf(string database) => $"postgres://coursegen@localhost/{database}?host={_folder}";

    /// <summary>Makes an empty database and returns its address.</summary>
    public async Task<string> CreateAsync()
    {
        var name = $"test_{Interlocked.Increment(ref _databases)}";
        await ExecuteAsync("postgres", $"CREATE DATABASE {name}");
        return AddressOf(name);
    }

    /// <summary>Executes statements outside a transaction.</summary>
    public async Task ExecuteAsync(string database, string sql)
    {
        await using var connection = new NpgsqlConnection($"Host={_folder};Username=coursegen;Database={database};Pooling=false;Command Timeout=60");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Starts it, or starts it again.</summary>
    public async Task StartAsync()
    {
        _holder = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", Holder, "holder", _programs, _folder, _settings])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        if (await _holder.StandardOutput.ReadLineAsync() is not "started")
            throw new InvalidOperationException($"PostgreSQL did not start: {await _holder.StandardOutput.ReadToEndAsync()}");
        await EventuallyUpAsync();
    }

    /// <summary>Stops it and keeps its data.</summary>
    /// <param name="crash">Without writing anything down; the next start recovers.</param>
    public async Task StopAsync(bool crash = false)
    {
        await _holder.StandardInput.WriteLineAsync(crash ? "crash" : "stop");
        await _holder.WaitForExitAsync();
        _holder.Dispose();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _holder.StandardInput.Close();
        await _holder.WaitForExitAsync();
        _holder.Dispose();
    }

    private async Task EventuallyUpAsync()
    {
        for (var tries = 0; ; tries++)
        {
            try
            {
                await ExecuteAsync("postgres", "SELECT 1");
                return;
            }
            catch (NpgsqlException) when (tries < 300 && !_holder.HasExited)
            {
                await Task.Delay(100);
            }
        }
    }

    private static string Programs() => Directory.Exists("/usr/lib/postgresql")
        ? Directory.GetDirectories("/usr/lib/postgresql").Select(version => Path.Combine(version, "bin"))
            .Where(bin => File.Exists(Path.Combine(bin, "initdb"))).OrderDescending(StringComparer.Ordinal).FirstOrDefault() ?? throw new InvalidOperationException(Missing)
        : throw new InvalidOperationException(Missing);
}
