using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CourseGen.Domain.Verdicts;
using CourseGen.Runs;
using CourseGen.Sandbox;

namespace CourseGen.App.Verifying;

/// <summary>
/// Keeps results in a folder between certifications, by what they depend on: after a change only what depends on it is run
/// again. The machine's own programs are part of that; see <see cref="ToolchainMark"/>.
/// </summary>
/// <param name="folder">Where they are kept; made when it is not there.</param>
/// <param name="toolchain">What else every result depends on.</param>
/// <param name="fresh">Whether earlier results are left alone. New ones are kept all the same.</param>
public sealed class KeptCells(string folder, string toolchain, bool fresh, TimeProvider time) : ICellMemory
{
    private const int MaxBytes = 4 * 1024 * 1024;
    private static readonly TimeSpan Kept = TimeSpan.FromDays(14);

    private readonly ConcurrentDictionary<string, bool> _own = new(StringComparer.Ordinal);
    private int _saved;

    /// <inheritdoc/>
    public async Task<SuiteResult?> FindAsync(string key)
    {
        if (fresh) return null;
        var file = new FileInfo(PathOf(key));
        try
        {
            if (!file.Exists || file.Length > MaxBytes || IsTooOld(file)) return null;
            // Two workspaces may be equal: what this certification has run itself is not from an earlier one.
            return RunJson.Read<SuiteResult>(await File.ReadAllTextAsync(file.FullName)) with { Reused = !_own.ContainsKey(key) };
        }
        catch (Exception unreadable) when (unreadable is JsonException or IOException or UnauthorizedAccessException)
        {
            // Cut short by a full disk, written by another version or by another user: it is run again.
            return null;
        }
    }

    /// <summary>Why results could not be kept, if they could not. Nothing but time is lost by that.</summary>
    public string? Trouble { get; private set; }

    /// <inheritdoc/>
    public async Task SaveAsync(string key, SuiteResult result, CertifyProgress progress)
    {
        var path = PathOf(key);
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            // Two runs of one result may be saved at a time.
            var beside = $"{path}.{Environment.ProcessId}-{Interlocked.Increment(ref _saved)}";
            await File.WriteAllTextAsync(beside, RunJson.Write(result));
            File.SetLastWriteTimeUtc(beside, time.GetUtcNow().UtcDateTime);
            File.Move(beside, path, overwrite: true);
            _own[key] = true;
        }
        catch (UnauthorizedAccessException refused)
        {
            Trouble = refused.Message;
        }
        catch (IOException broken)
        {
            Trouble = broken.Message;
        }
    }

    /// <summary>Removes what is too old to be used, as far as this user may.</summary>
    public void Prune()
    {
        if (!Directory.Exists(folder)) return;
        try
        {
            foreach (var file in new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories).Where(IsTooOld)) file.Delete();
        }
        catch (Exception kept) when (kept is IOException or UnauthorizedAccessException)
        {
            Trouble = kept.Message;
        }
    }

    private bool IsTooOld(FileInfo file) => time.GetUtcNow().UtcDateTime - file.LastWriteTimeUtc > Kept;

    private string PathOf(string key)
    {
        var name = ToolchainMark.Mark(toolchain, key);
        return Path.Combine(folder, name[..2], $"{name}.json");
    }
}

/// <summary>Tells one state of the machine's programs from another, by when their folders and the lists of packages changed.</summary>
public static class ToolchainMark
{
    private static readonly string[] Places =
    [
        "/etc/os-release", "/usr", "/usr/bin", "/usr/lib", "/usr/local", "/usr/local/bin", "/usr/local/lib", "/usr/share",
        "/var/lib/dpkg/status", "/var/lib/rpm", "/lib/apk/db/installed", "/var/lib/pacman/local",
    ];

    /// <summary>The mark of this machine. The build of the harness and of the sandbox is part of it: they make results, too.</summary>
    public static string OfThisMachine { get; } = string.Join('\n',
    [
        Environment.OSVersion.VersionString,
        .. new[] { typeof(ToolchainMark), typeof(SuiteResult), typeof(ISandbox) }.Select(type => $"{type.Module.ModuleVersionId}"),
        .. Places.Select(place => $"{place} {File.GetLastWriteTimeUtc(place).Ticks}"),
    ]);

    /// <summary>A result's key that holds for one state of the programs alone.</summary>
    public static string Mark(string toolchain, string key) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{toolchain}\n{key}")));
}
