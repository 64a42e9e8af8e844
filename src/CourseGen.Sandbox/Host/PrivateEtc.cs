using System.Formats.Tar;
using System.Text;
using System.Text.RegularExpressions;

namespace CourseGen.Sandbox.Host;

/// <summary>
/// The boxes' <c>/etc</c>: accounts and names of their own, and of the host's entries those that do not say who the host
/// is (toolchains read many of them), as far as anybody on the host may read them.
/// </summary>
/// <remarks>
/// Every session lays a mask over the host's folder, read-only. The mask holds the boxes' own files and, for each hidden
/// name, a device node 0/0, which to an overlay means that there is nothing of that name.
/// </remarks>
internal static class PrivateEtc
{
    /// <summary>The mask's folder below the session's root.</summary>
    public const string MaskFolder = "m";

    public const string HostEtc = "/etc";

    public const string Hosts = "127.0.0.1 localhost box\n::1 localhost\n";

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

    /// <summary>Adds the mask to the archive that every session begins with.</summary>
    public static void AddMask(TarWriter archive)
    {
        foreach (var (name, text) in OwnFiles)
        {
            archive.WriteEntry(new UstarTarEntry(TarEntryType.RegularFile, $"{MaskFolder}/{name}")
            {
                Mode = Readable,
                DataStream = new MemoryStream(Encoding.UTF8.GetBytes(text)),
            });
        }

        foreach (var name in HiddenNames())
            archive.WriteEntry(new UstarTarEntry(TarEntryType.CharacterDevice, $"{MaskFolder}/{name}"));
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
