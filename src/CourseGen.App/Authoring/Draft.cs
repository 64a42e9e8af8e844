using System.Text;
using CourseGen.App.Bundles;
using CourseGen.Domain.Bundles;
using CourseGen.Domain.Content;

namespace CourseGen.App.Authoring;

/// <summary>
/// A bundle while it is written: a tree in the blob store and changes to it. Nothing is on disk until somebody checks it
/// out, so a crash leaves no half-written draft.
/// </summary>
public sealed class Draft(IBlobStore blobs, FileTree tree)
{
    /// <summary>The most files a draft may have, so that no answer can flood the store.</summary>
    public const int MaxFiles = 2_000;

    private readonly SortedDictionary<string, FileEntry> _files =
        new(tree.Files.ToDictionary(file => file.Path, StringComparer.Ordinal), StringComparer.Ordinal);

    /// <summary>The draft as it is now.</summary>
    public FileTree Tree => new(_files.Values);

    /// <summary>Adds a file or replaces one.</summary>
    /// <exception cref="BundleInvalidException">There is no place for it in a bundle.</exception>
    public async Task WriteAsync(string path, string content, bool executable, CancellationToken cancellation)
    {
        if (ProblemOf(path) is { } problem) throw new BundleInvalidException([new(path, null, problem)]);
        var bytes = Encoding.UTF8.GetBytes(content);
        _files[path] = new(path, await blobs.PutAsync(bytes, cancellation), bytes.Length, executable);
    }

    private string? ProblemOf(string path)
    {
        if (!SafePath.IsSafe(path) || !FileEntry.IsGoodPath(path)) return "does not stay inside the bundle";
        if (_files.ContainsKey(path)) return null;
        if (_files.Count == MaxFiles) return $"is one file too many; a draft has at most {MaxFiles}";
        return _files.Keys.Any(one => one.StartsWith(path + "/", StringComparison.Ordinal) || path.StartsWith(one + "/", StringComparison.Ordinal))
            ? "would be a file and a folder at once, or lie in a file" : null;
    }

    public void Remove(string path) => _files.Remove(path);

    /// <summary>The text of a file; null when there is none.</summary>
    public async Task<string?> ReadAsync(string path, CancellationToken cancellation) =>
        _files.TryGetValue(path, out var file) ? Encoding.UTF8.GetString((await blobs.ReadAsync(file.Blob, cancellation)).Span) : null;

    /// <summary>The manifest as it stands in the draft.</summary>
    public async Task<Manifest> ManifestAsync(CancellationToken cancellation)
    {
        var errors = new List<BundleError>();
        var text = await ReadAsync(BundleLayout.ManifestFile, cancellation) ?? "";
        var manifest = ManifestReader.Read(Encoding.UTF8.GetBytes(text), errors);
        return errors.Count == 0 ? manifest! : throw new BundleInvalidException(errors);
    }
}
