using System.Text;

namespace CourseGen.Domain.Content;

/// <summary>One file of a tree.</summary>
/// <param name="Path">Relative, parts separated by <c>/</c>; see <see cref="IsGoodPath"/>.</param>
/// <param name="Blob">Its content.</param>
/// <param name="Length">The number of bytes of its content.</param>
/// <param name="Executable">Whether it may be executed.</param>
/// <param name="Link">Whether it is a symbolic link, whose content is its target.</param>
public sealed record FileEntry(string Path, BlobId Blob, long Length, bool Executable, bool Link = false)
{
    /// <summary>UTF-8 that refuses what it cannot encode, so that two paths never become the same bytes.</summary>
    internal static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>
    /// Whether a path stays inside the tree on every system and fits on a line of the listing: no empty, <c>.</c> or
    /// <c>..</c> part, no backslash, no control character, well-formed Unicode.
    /// </summary>
    public static bool IsGoodPath(string? path) =>
        !string.IsNullOrEmpty(path)
        && !path.Any(c => c is '\\' || char.IsControl(c))
        && path.Split('/').All(part => part is not ("" or "." or ".."))
        && IsWellFormed(path);

    /// <summary>The folders that a path lies in, the innermost first.</summary>
    public static IEnumerable<string> FoldersOf(string path)
    {
        for (var slash = path.LastIndexOf('/'); slash > 0; slash = path.LastIndexOf('/', slash - 1)) yield return path[..slash];
    }

    private static bool IsWellFormed(string path)
    {
        for (var i = 0; i < path.Length; i++)
        {
            if (!char.IsSurrogate(path[i])) continue;
            if (i + 1 == path.Length || !char.IsSurrogatePair(path[i], path[i + 1])) return false;
            i++;
        }

        return true;
    }
}
