using System.Text;

namespace CourseGen.Models.Recorded;

/// <summary>Reads text files of one folder: nothing outside it, no links, nothing over the limit.</summary>
internal sealed class RecordedFolder(string folder)
{
    /// <summary>As the limit of a live answer.</summary>
    public const int LargestFileBytes = 32 * 1024 * 1024;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public string Root { get; } = Path.GetFullPath(folder);

    /// <summary>The text of a file; null when there is none.</summary>
    /// <param name="path">Counts from the folder, with '/' between names.</param>
    /// <exception cref="ModelException">The path is not inside the folder, or the file is no acceptable text.</exception>
    public async Task<string?> ReadAsync(string path, CancellationToken cancellation)
    {
        if (Locate(path) is not { } file)
            return null;
        if (file.Length > LargestFileBytes)
        {
            throw new ModelException(
                ModelFault.TooLarge, $"the recorded file {path} is longer than {LargestFileBytes} bytes");
        }

        try
        {
            return Utf8.GetString(await File.ReadAllBytesAsync(file.FullName, cancellation));
        }
        catch (DecoderFallbackException error)
        {
            throw new ModelException(ModelFault.Malformed, $"the recorded file {path} is not UTF-8 text", error);
        }
    }

    // Every name on the way is looked at by itself: a link or a ".." is refused wherever it leads.
    private FileInfo? Locate(string path)
    {
        var names = path.Split('/');
        if (names.Any(name => name is "" or "." or ".." || name.AsSpan().ContainsAny('\\', ':', '\0')))
            throw Outside(path);
        var current = Root;
        foreach (var name in names)
        {
            current = Path.Join(current, name);
            if (new FileInfo(current).LinkTarget is not null)
                throw Outside(path);
        }

        var file = new FileInfo(current);
        return file.Exists ? file : null;
    }

    private static ModelException Outside(string path) => new(
        ModelFault.Malformed,
        Excerpt.Of($"the path '{path}' does not stay inside the folder of recorded answers (no absolute paths, '..' or links)"));
}
