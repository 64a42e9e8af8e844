using System.Globalization;
using System.Text;

namespace CourseGen.App.Teaching.Git;

/// <summary>
/// A bare repository of ours. There is no working folder: files are written and read as objects, so no half-written
/// state can be seen, no link is followed, and neither attributes, filters nor hooks have anything to do.
/// </summary>
public sealed class GitRepository(string folder)
{
    private const string Branches = "refs/heads/";
    private const int ListBytes = 64 * 1024 * 1024;
    private const int LineBytes = 64 * 1024;

    // Whoever pushes adds: nothing is taken back, nothing malformed comes in, and what we keep for ourselves is not shown.
    private const string PushRules =
        """
        [receive]
        	denyNonFastForwards = true
        	denyDeletes = true
        	fsckObjects = true
        [transfer]
        	hideRefs = refs/coursegen

        """;

    /// <summary>The one branch that work goes on.</summary>
    public const string Main = "main";

    /// <summary>Where the repository lies.</summary>
    public string Folder { get; } = folder;

    /// <summary>Makes an empty repository; without the templates that a machine may have.</summary>
    /// <exception cref="GitException">git failed.</exception>
    public static async Task<GitRepository> InitAsync(string folder, CancellationToken cancellation)
    {
        Directory.CreateDirectory(folder);
        await GitProcess.RunAsync(folder, ["init", "--bare", "--quiet", "--template=", "--initial-branch=" + Main], LineBytes, cancellation);
        await File.AppendAllTextAsync(Path.Combine(folder, "config"), PushRules, cancellation);
        return new(folder);
    }

    /// <summary>The commit a name leads to, or null.</summary>
    /// <param name="name">A branch, a full reference, or the 40 digits of a commit.</param>
    /// <exception cref="GitException">git failed, which says nothing about the commit.</exception>
    public async Task<string?> FindCommitAsync(string name, CancellationToken cancellation)
    {
        if (!Directory.Exists(Folder)) return null;
        // A branch that is called like a commit is still found as a branch only.
        var asked = IsId(name) || name.StartsWith("refs/", StringComparison.Ordinal) ? name : Branches + name;
        var answer = await GitProcess.RunAsync(
            Folder, ["cat-file", "--batch-check"], LineBytes, cancellation,
            async input => await input.WriteAsync(Encoding.UTF8.GetBytes(asked + "^{commit}\n"), cancellation));
        return Encoding.UTF8.GetString(answer).Split(' ') is [var id, "commit", _] && IsId(id) ? id : null;
    }

    /// <summary>Whether anything was ever written into it.</summary>
    public async Task<bool> HasReferencesAsync(CancellationToken cancellation) =>
        (await GitProcess.RunAsync(Folder, ["for-each-ref", "--count=1"], LineBytes, cancellation)).Length > 0;

    /// <summary>Every file of a commit, unchecked: names and modes are the learner's.</summary>
    /// <exception cref="GitException">There is no such commit, or its listing is too long.</exception>
    public async Task<IReadOnlyList<GitFile>> ListAsync(string commit, CancellationToken cancellation)
    {
        var listing = await GitProcess.RunAsync(Folder, ["ls-tree", "-r", "-z", "--long", "--full-tree", Id(commit)], ListBytes, cancellation);
        return [.. Encoding.UTF8.GetString(listing).Split('\0', StringSplitOptions.RemoveEmptyEntries).Select(ReadLine)];
    }

    /// <summary>Writes the content of objects into files, one after another.</summary>
    /// <param name="files">The object and the path it goes to. The path's folder is made if it is not there.</param>
    /// <exception cref="GitException">An object is not there or not as long as it should be.</exception>
    public Task CopyAsync(IReadOnlyList<(GitFile File, string Path)> files, CancellationToken cancellation) => GitProcess.RunAsync(
        Folder,
        ["cat-file", "--batch"],
        async input => await input.WriteAsync(Encoding.ASCII.GetBytes(string.Concat(files.Select(one => one.File.Id + "\n"))), cancellation),
        async output =>
        {
            await using var buffered = new BufferedStream(output, 64 * 1024);
            foreach (var (file, path) in files) await GitObjects.CopyAsync(buffered, file, path, cancellation);
        },
        cancellation);

    /// <summary>The content of one file.</summary>
    /// <exception cref="GitException">It is longer than allowed, or not there.</exception>
    public Task<byte[]> ReadAsync(GitFile file, int maxBytes, CancellationToken cancellation) =>
        GitProcess.RunAsync(Folder, ["cat-file", "blob", Id(file.Id)], maxBytes, cancellation);

    /// <summary>
    /// Writes one commit onto a branch and returns its id. Nothing is written unless the branch still ends at
    /// <paramref name="parent"/>.
    /// </summary>
    /// <param name="parent">The commit it follows; null begins the branch.</param>
    /// <param name="keepTree">A commit whose files are the starting point instead of the parent's.</param>
    /// <exception cref="GitException">The branch has moved, or git failed.</exception>
    public async Task<string> CommitAsync(
        string? parent, IReadOnlyList<GitChange> changes, GitSignature signature, CancellationToken cancellation, string? keepTree = null)
    {
        var tree = keepTree is null ? null : await TreeOfAsync(keepTree, cancellation);
        try
        {
            var answer = await GitProcess.RunAsync(
                Folder, ["fast-import", "--quiet", "--done", "--date-format=raw"], LineBytes, cancellation,
                stream => new CommitStream(stream, cancellation).WriteAsync(Branches + Main, parent, tree, changes, signature));
            return Encoding.ASCII.GetString(answer).Trim() is { Length: 40 } id ? id : throw new GitException("git named no commit.");
        }
        catch (GitException)
        {
            foreach (var report in Directory.GetFiles(Folder, "fast_import_crash_*")) File.Delete(report);
            throw;
        }
    }

    /// <summary>Makes a reference to a commit. One that is there stays what it is.</summary>
    /// <param name="reference">A full reference.</param>
    public async Task KeepAsync(string reference, string commit, CancellationToken cancellation)
    {
        if (await FindCommitAsync(reference, cancellation) is not null) return;
        await GitProcess.RunAsync(Folder, ["update-ref", reference, Id(commit), new string('0', 40)], LineBytes, cancellation);
    }

    /// <summary>The branches of the repository.</summary>
    public async Task<IReadOnlyList<string>> ListBranchesAsync(CancellationToken cancellation)
    {
        var answer = await GitProcess.RunAsync(Folder, ["for-each-ref", "--format=%(refname:lstrip=2)", "refs/heads"], ListBytes, cancellation);
        return Encoding.UTF8.GetString(answer).Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>Whether a text is the full id of an object.</summary>
    public static bool IsId(string text) => text.Length == 40 && text.All(char.IsAsciiHexDigitLower);

    private async Task<string> TreeOfAsync(string commit, CancellationToken cancellation) =>
        Encoding.ASCII.GetString(await GitProcess.RunAsync(Folder, ["rev-parse", "--verify", Id(commit) + "^{tree}"], LineBytes, cancellation)).Trim();

    private static string Id(string text) => IsId(text) ? text : throw new GitException($"'{text}' is no id of an object.");

    // <mode> SP <type> SP <object> SP+ <size> TAB <path>
    private static GitFile ReadLine(string line)
    {
        var tab = line.IndexOf('\t', StringComparison.Ordinal);
        var fields = line[..tab].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var length = long.TryParse(fields[3], NumberStyles.None, CultureInfo.InvariantCulture, out var size) ? size : 0;
        return new(line[(tab + 1)..], fields[0], fields[2], length);
    }
}
