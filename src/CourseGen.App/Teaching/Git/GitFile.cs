using CourseGen.Domain.Content;

namespace CourseGen.App.Teaching.Git;

/// <summary>A file of a commit.</summary>
/// <param name="Mode">As git writes it: 100644, 100755, 120000 for a link, 160000 for another repository.</param>
/// <param name="Id">The name of its content.</param>
/// <param name="Length">In bytes.</param>
public sealed record GitFile(string Path, string Mode, string Id, long Length)
{
    /// <summary>The mode of a file that may be executed.</summary>
    public const string ExecutableMode = "100755";

    /// <summary>The mode of a file.</summary>
    public const string PlainMode = "100644";

    /// <summary>The mode of a symbolic link.</summary>
    public const string LinkMode = "120000";

    /// <summary>The mode of a file of a tree.</summary>
    public static string ModeOf(FileEntry file) => file.Link ? LinkMode : file.Executable ? ExecutableMode : PlainMode;
}

/// <summary>A file to be written or removed by a commit.</summary>
/// <param name="Content">Its new content, of a link its target; null removes the path.</param>
/// <param name="Mode">One of the modes of <see cref="GitFile"/>.</param>
public sealed record GitChange(string Path, ReadOnlyMemory<byte>? Content, string Mode = GitFile.PlainMode);

/// <summary>Who wrote a commit, why, and when.</summary>
public sealed record GitSignature(string Name, string Message, DateTimeOffset At);
