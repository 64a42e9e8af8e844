using System.Diagnostics;
using System.Globalization;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using CourseGen.SandboxTests.Contract;

namespace CourseGen.SandboxTests.Attacks;

/// <summary>
/// Things of the host that an attack would like to read or to break. Attacks are told where they are; only the secrets
/// in them are kept. Anybody on the host may reach them, so that nothing but the box keeps a program away.
/// </summary>
internal sealed partial class Canaries : IDisposable
{
    private const UnixFileMode ForAll = (UnixFileMode)0b111_111_111;

    private readonly TemporaryFolder _folder = new();
    private readonly string[] _files;
    private readonly Process _process;
    private readonly HostServices _services;
    private readonly HostMemory _memory;

    /// <param name="token">Letters and digits, new for each run of the tests.</param>
    /// <param name="user">The user that the canary process runs as: the one that a learner's program could signal.</param>
    public Canaries(string token, int user)
    {
        Secret = $"HOST-{token}";
        _files = [Path.Combine(_folder.Path, "secret"), Path.Combine("/dev/shm", $"canary-{token}")];
        File.SetUnixFileMode(_folder.Path, ForAll);
        foreach (var file in _files)
        {
            File.WriteAllText(file, Secret);
            File.SetUnixFileMode(file, ForAll);
        }

        Environment.SetEnvironmentVariable("CANARY_ENV", Secret);
        _process = StartProcess(user);
        _services = new HostServices(Secret, $"canary-{token}");
        _memory = new HostMemory(int.Parse(token.AsSpan(0, 6), NumberStyles.HexNumber, CultureInfo.InvariantCulture) + 1, Secret);
        Whereabouts = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["CANARY_FOLDER"] = _folder.Path,
            ["CANARY_SHM_FILE"] = _files[1],
            ["CANARY_PID"] = _process.Id.ToString(CultureInfo.InvariantCulture),
            ["CANARY_PORT"] = _services.Port.ToString(CultureInfo.InvariantCulture),
            ["CANARY_SOCKET"] = $"canary-{token}",
            ["CANARY_KEY"] = _memory.Key.ToString(CultureInfo.InvariantCulture),
            ["HOST_ADDRESS"] = AddressOfHost(),
        };
    }

    /// <summary>A folder of the host that holds the secret, and nothing else; beside it, one to hold what leaves a box.</summary>
    public string Folder => _folder.Path;

    /// <summary>What no program in a box may ever say.</summary>
    public string Secret { get; }

    /// <summary>Where everything is, as variables of an attack's environment.</summary>
    public IReadOnlyDictionary<string, string> Whereabouts { get; }

    /// <summary>Opens the secret the way a careless native library would, so that a child could inherit it.</summary>
    public Microsoft.Win32.SafeHandles.SafeFileHandle OpenWithoutCare() => new(Open(_files[0], 0), ownsHandle: true);

    /// <summary>What is no longer as it was.</summary>
    public IEnumerable<string> Harmed()
    {
        foreach (var file in _files)
        {
            if (!File.Exists(file) || File.ReadAllText(file) != Secret)
                yield return $"{file} of the host was changed";
        }

        if (Directory.EnumerateFileSystemEntries(_folder.Path).Count() != 1)
            yield return $"something was added to {_folder.Path} of the host";
        if (_process.HasExited)
            yield return "the canary process of the host was ended";
        if (!_memory.IsUntouched)
            yield return "the host's shared memory was changed";
        if (_services.Visits > 0)
            yield return "the host's services were visited";
    }

    public void Dispose()
    {
        _process.Kill();
        _process.Dispose();
        _services.Dispose();
        _memory.Dispose();
        File.Delete(_files[1]);
        _folder.Dispose();
    }

    private Process StartProcess(int user)
    {
        var id = user.ToString(CultureInfo.InvariantCulture);
        // It waits for an input that never comes; the secret is in its arguments, its environment and its memory.
        string[] arguments = ["sh", "-c", "secret=$1; read -r _", "canary", Secret];
        string[] change = user == 0 ? [] : ["setpriv", "--reuid", id, "--regid", id, "--clear-groups"];
        string[] all = [.. change, .. arguments];
        var start = new ProcessStartInfo(all[0], all[1..]) { UseShellExecute = false, RedirectStandardInput = true, WorkingDirectory = "/" };
        return Process.Start(start)!;
    }

    private static string AddressOfHost() =>
        NetworkInterface.GetAllNetworkInterfaces()
            .SelectMany(one => one.GetIPProperties().UnicastAddresses)
            .Select(one => one.Address)
            .FirstOrDefault(one => one.AddressFamily == AddressFamily.InterNetwork && !System.Net.IPAddress.IsLoopback(one))?.ToString() ?? "127.0.0.1";

    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);
}
