using System.Text.RegularExpressions;

namespace CourseGen.Sandbox.Host;

/// <summary>What a session may be asked for.</summary>
internal static partial class SpecRules
{
    private static readonly string[] TakenFolders =
    [
        "/usr", "/bin", "/sbin", "/lib", "/lib32", "/lib64", "/libx32", "/etc", "/proc", "/dev", "/sys", "/run", "/tmp",
        "/var", BoxPaths.Workspace, BoxPaths.Exchange, BoxPaths.Report,
    ];

    /// <summary>Refuses a specification that cannot be met.</summary>
    /// <exception cref="SandboxException">It cannot; the message says why.</exception>
    public static void Check(SessionSpec spec)
    {
        foreach (var path in spec.Absent)
            Require(IsBelowWorkspace(path), $"the absent path {path} is not a path below the workspace");
        foreach (var mount in spec.CheckerMounts)
        {
            Require(RootFolder().IsMatch(mount.BoxPath) && !TakenFolders.Contains(mount.BoxPath), $"{mount.BoxPath} is not free in the box");
            Require(Path.IsPathFullyQualified(mount.HostFolder) && Directory.Exists(mount.HostFolder), $"there is no folder {mount.HostFolder}");
        }

        foreach (var (name, value) in spec.LearnerEnvironment)
            Require(name.Length > 0 && !$"{name}{value}".Contains('\0', StringComparison.Ordinal), $"{name} is no environment variable");
        var limits = spec.Limits;
        Require(limits is { MemoryBytes: > 0, Processes: > 0, DiskBytes: > 0, OutputBytes: > 0, OpenFiles: > 0, Files: > 0 }, "a limit is not positive");
    }

    private static bool IsBelowWorkspace(string path) =>
        path.Length > 0 && path[0] != '/' && !path.Contains('\0', StringComparison.Ordinal)
        && path.Split('/').All(part => part is not ("" or "." or ".."));

    private static void Require(bool condition, string reason)
    {
        if (!condition)
            throw new SandboxException(reason);
    }

    [GeneratedRegex("^/[A-Za-z0-9_][A-Za-z0-9._-]*$", RegexOptions.None, 1000)]
    private static partial Regex RootFolder();
}
