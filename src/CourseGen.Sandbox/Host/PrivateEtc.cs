using System.Text.RegularExpressions;
using CourseGen.Sandbox.Host.Native;

namespace CourseGen.Sandbox.Host;

/// <summary>
/// The boxes' <c>/etc</c>: accounts and names of their own, and of the host's entries those that do not say who the host
/// is (toolchains read many of them), as far as anybody on the host may read them.
/// </summary>
/// <remarks>
/// Every session lays the engine's mask over the host's folder, read-only. The mask holds the boxes' own files and, for each hidden
/// name, a device node 0/0, which to an overlay means that there is nothing of that name.
/// </remarks>
internal static class PrivateEtc
{
    public const string HostEtc = "/etc";

    public const string Hosts = "127.0.0.1 localhost box\n::1 localhost\n";

    private const UnixFileMode ToEnter = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute | UnixFileMode.UserWrite;

    private const UnixFileMode Readable = UnixFileMode.UserRead | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    // The empty resolv.conf is where a session with the host's network gets the host's.
    public static readonly IReadOnlyList<(string Name, string Text)> OwnFiles =
    [
        ("passwd", """
            root:x:0:0:root:/root:/bin/sh
            learner:x:1000:1000:learner:/tmp:/bin/sh
            nobody:x:65534:65534:nobody:/nonexistent:/usr/sbin/nologin

            """),
        ("group", "root:x:0:\nlearner:x:1000:\nnogroup:x:65534:\n"),
        ("hosts", Hosts),
        ("nsswitch.conf", "passwd: files\ngroup: files\nhosts: files dns\nservices: files\nprotocols: files\n"),
        ("resolv.conf", ""),
    ];

    /// <summary>Fills the folder of the mask.</summary>
    /// <exception cref="SandboxException">The folder's file system has no place for it.</exception>
    public static void WriteMask(string folder)
    {
        Directory.CreateDirectory(folder, Readable | ToEnter);
        foreach (var (name, text) in OwnFiles)
        {
            File.WriteAllText(Path.Combine(folder, name), text);
            File.SetUnixFileMode(Path.Combine(folder, name), Readable);
        }

        foreach (var name in HiddenNames())
        {
            if (!Libc.MakeWhiteout(Path.Combine(folder, name)))
                throw new SandboxException($"{folder} cannot hold device nodes 0/0, by which overlays hide files; put the work folder on another file system");
        }
    }

    /// <summary>The names written out in the list, there or not, and what its patterns match on this host now.</summary>
    public static IEnumerable<string> HiddenNames()
    {
        var lines = Resources.Lines("host-identity.txt").ToLookup(line => line.AsSpan().IndexOfAny('*', '?') >= 0);
        var patterns = lines[true]
            .Select(line => Regex.Escape(line).Replace(@"\*", ".*", StringComparison.Ordinal).Replace(@"\?", ".", StringComparison.Ordinal));
        var pattern = new Regex($"^({string.Join('|', patterns)})$", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));
        return Directory.EnumerateFileSystemEntries(HostEtc)
            .Select(path => Path.GetFileName(path))
            .Where(name => pattern.IsMatch(name))
            .Union(lines[false], StringComparer.Ordinal)
            .Except(OwnFiles.Select(file => file.Name), StringComparer.Ordinal);
    }
}
