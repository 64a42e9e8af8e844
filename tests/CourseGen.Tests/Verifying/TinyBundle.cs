using CourseGen.App.Bundles;
using CourseGen.Domain.Bundles;
using CourseGen.Testing;

namespace CourseGen.Tests.Verifying;

/// <summary>
/// The smallest course that holds: a shell program that adds two numbers, with one deliverable and all kinds of
/// variants. It begins as a copy of the course that the recorded authoring ends with; each test then changes one thing.
/// </summary>
public sealed class TinyBundle : IDisposable
{
    public const string Visible = "checks/add/visible/check.sh";
    public const string Hidden = "checks/add/hidden/check.sh";
    public const string Install = "starter/.coursegen/runtime/install.sh";
    public const string Verify = "starter/.coursegen/runtime/verify.sh";
    public const string Run = "starter/.coursegen/runtime/run.sh";
    public const string StarterProgram = "starter/add.sh";
    public const string ReferenceProgram = "variants/reference/files/add.sh";
    public const string Manifest = "course.yaml";

    private static readonly string[] Parts = ["starter", "checks", "briefs", "variants"];
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("coursegen-tiny-");

    public TinyBundle()
    {
        AddNumbers.CopyTo(Folder, path => path == Manifest || Parts.Contains(path.Split('/')[0]));
        Append(Manifest, "limits: { install: 20s, boot: 2s, suite: 20s, cpu: 2s, processes: 64 }\n");
    }

    public string Folder => _folder.FullName;

    public string PathOf(string path) => Path.Combine(Folder, path);

    public string TextOf(string path) => File.ReadAllText(PathOf(path));

    /// <summary>Writes a file; one that ends in .sh may be run.</summary>
    public TinyBundle Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(path))!);
        File.WriteAllText(PathOf(path), text);
        if (path.EndsWith(".sh", StringComparison.Ordinal)) File.SetUnixFileMode(PathOf(path), File.GetUnixFileMode(PathOf(path)) | UnixFileMode.UserExecute);
        return this;
    }

    /// <summary>Puts one text in place of another that must be there.</summary>
    public TinyBundle Change(string path, string before, string after)
    {
        var text = TextOf(path);
        if (!text.Contains(before, StringComparison.Ordinal)) throw new ArgumentException($"{path} does not hold '{before}'.", nameof(before));
        return Write(path, text.Replace(before, after, StringComparison.Ordinal));
    }

    /// <summary>Takes out every line that begins with a text.</summary>
    public TinyBundle Without(string path, string beginning) =>
        Write(path, string.Concat(TextOf(path).Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Where(line => !line.StartsWith(beginning, StringComparison.Ordinal)).Select(line => line + "\n")));

    public TinyBundle Append(string path, string text) => Write(path, TextOf(path) + text);

    public TinyBundle Delete(string path)
    {
        if (Directory.Exists(PathOf(path))) Directory.Delete(PathOf(path), recursive: true);
        else File.Delete(PathOf(path));
        return this;
    }

    /// <exception cref="BundleInvalidException">It breaks the contract.</exception>
    public Bundle Read() => BundleReader.Read(Folder);

    public void Dispose() => _folder.Delete(recursive: true);
}
