using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace CourseGen.Tests.Tidy;

/// <summary>The repository that the tests were built from, read as files.</summary>
internal static class Repository
{
    private const string Marker = "CourseGen.slnx";

    /// <summary>Folders that builds write into; nothing in them is ours.</summary>
    private static readonly HashSet<string> Built = new(["bin", "obj", "artifacts", "TestResults"], StringComparer.Ordinal);

    /// <summary>The folder that holds the solution.</summary>
    public static string Root { get; } = Above(AppContext.BaseDirectory) ?? Above(SourceFolder())
        ?? throw new InvalidOperationException($"Neither above the test assembly nor above its source is there a {Marker}.");

    public static string PathOf(string relative) => Path.Combine(Root, relative);

    public static string Read(string relative) => File.ReadAllText(PathOf(relative));

    /// <summary>Files below a folder with one of these endings, as relative paths, without what a build wrote.</summary>
    public static IReadOnlyList<string> Files(string folder, params string[] endings) =>
        [.. Walk(new DirectoryInfo(PathOf(folder))).Select(file => Path.GetRelativePath(Root, file))
            .Where(path => endings.Length == 0 || endings.Any(ending => path.EndsWith(ending, StringComparison.Ordinal)))
            .Order(StringComparer.Ordinal)];

    /// <summary>Every source file of the product.</summary>
    public static IReadOnlyList<CodeText> Product { get; } = [.. Files("src", ".cs").Select(Parse)];

    /// <summary>Every source file of the product and of its tests.</summary>
    public static IReadOnlyList<CodeText> Everything { get; } = [.. Product, .. Files("tests", ".cs").Select(Parse)];

    /// <summary>Every file that git tracks, and those that it would if they were added.</summary>
    public static IReadOnlyList<string> Tracked()
    {
        var start = new ProcessStartInfo("git") { WorkingDirectory = Root, RedirectStandardOutput = true, UseShellExecute = false };
        // The repository may belong to somebody else than whoever runs the tests.
        foreach (var argument in new[] { "-c", "safe.directory=*", "ls-files", "-z", "--cached", "--others", "--exclude-standard" })
            start.ArgumentList.Add(argument);
        using var git = Process.Start(start)!;
        var listing = git.StandardOutput.ReadToEnd();
        git.WaitForExit();
        if (git.ExitCode != 0) throw new InvalidOperationException("git does not list the files of the repository.");
        return [.. listing.Split('\0', StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal).Where(path => File.Exists(PathOf(path)))];
    }

    private static CodeText Parse(string path) => new(path, Read(path));

    private static IEnumerable<string> Walk(DirectoryInfo folder) =>
        folder.EnumerateFiles().Select(file => file.FullName)
            .Concat(folder.EnumerateDirectories().Where(inner => !Built.Contains(inner.Name)).SelectMany(Walk));

    private static string? Above(string folder)
    {
        for (var here = new DirectoryInfo(folder); here is not null; here = here.Parent)
            if (File.Exists(Path.Combine(here.FullName, Marker))) return here.FullName;
        return null;
    }

    private static string SourceFolder([CallerFilePath] string here = "") => Path.GetDirectoryName(here)!;
}
