using System.Formats.Tar;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace CourseGen.Sandbox.Oci;

/// <summary>A file that an image is built from.</summary>
/// <param name="Path">Its path in the build's folder.</param>
/// <param name="HostPath">Where it lies on this machine.</param>
public sealed record RecipeFile(string Path, string HostPath, bool Executable);

/// <summary>What an image is built from, and how far the build may go.</summary>
public sealed record ImageRecipe
{
    /// <summary>The files of the build's folder; one is <c>Dockerfile</c>.</summary>
    public required IReadOnlyList<RecipeFile> Files { get; init; }

    /// <summary>Whether the build's own commands may use the network. The engine fetches the images it builds on in any case.</summary>
    public bool Network { get; init; }

    /// <summary>Bytes of memory of one of the build's commands.</summary>
    public long MemoryBytes { get; init; } = 2L << 30;

    /// <summary>How long all of it may take.</summary>
    public TimeSpan Within { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>A name for all that the outcome depends on, as far as it is in our hands: the same recipe is built once.</summary>
    internal string Digest()
    {
        var listing = new StringBuilder("recipe 1\n").Append(Network ? "network\n" : "no network\n");
        foreach (var file in Ordered())
        {
            using var content = File.OpenRead(file.HostPath);
            listing.Append(file.Executable ? "x " : "- ").Append(file.Path).Append('\0').Append(Convert.ToHexStringLower(SHA256.HashData(content))).Append('\n');
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(listing.ToString())));
    }

    /// <summary>Writes the build's folder as an archive.</summary>
    internal async Task WriteAsync(Stream target, CancellationToken cancellation)
    {
        await using var archive = new TarWriter(target, TarEntryFormat.Gnu, leaveOpen: true);
        foreach (var file in Ordered())
        {
            await using var content = File.OpenRead(file.HostPath);
            await archive.WriteEntryAsync(
                new GnuTarEntry(TarEntryType.RegularFile, file.Path)
                {
                    Mode = file.Executable ? ArchiveModes.Open : ArchiveModes.Plain,
                    ModificationTime = DateTimeOffset.UnixEpoch,
                    DataStream = content,
                },
                cancellation);
        }
    }

    /// <summary>The engine's options for the build.</summary>
    internal string Query(string name, Dialect dialect) => string.Create(
        CultureInfo.InvariantCulture,
        $"t={name}&dockerfile=Dockerfile&rm=1&forcerm=1&version=1&memory={MemoryBytes}&memswap={MemoryBytes}&{dialect.BuildNetwork(Network)}");

    private IEnumerable<RecipeFile> Ordered() => Files.OrderBy(file => file.Path, StringComparer.Ordinal);
}
