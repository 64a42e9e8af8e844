using System.Runtime.CompilerServices;
using CourseGen.Domain.Verdicts;

namespace CourseGen.CorpusTests;

/// <summary>A bundle of which we know what the harness has to say.</summary>
internal sealed record SoundBundle(string Name, string Folder, SoundExpectation Expected)
{
    /// <summary>Commands it needs that this machine lacks.</summary>
    public IEnumerable<string> Missing => Expected.Needs.Where(need => !IsOnPath(need.Key)).Select(need => $"{need.Key} (Debian: {need.Value})");

    private static bool IsOnPath(string command) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Any(folder => File.Exists(Path.Combine(folder, command)));
}

/// <summary>A sound bundle with one realistic mistake.</summary>
/// <param name="Base">The folder of the sound bundle.</param>
internal sealed record DefectiveBundle(string Name, string Folder, string Base, DefectiveExpectation Expected)
{
    /// <summary>What may be found.</summary>
    public IReadOnlySet<string> Allowed => Expected.Codes.Concat(Expected.Also.Keys).ToHashSet(StringComparer.Ordinal);

    /// <summary>Whether the harness may find this code.</summary>
    public bool Shows(string code) => Allowed.Contains(code);

    /// <summary>Copies the sound bundle into a folder, and makes the mistake there.</summary>
    public void LayInto(string folder)
    {
        Copy(Base, folder);
        foreach (var path in Expected.Delete.Select(path => Path.Combine(folder, path)))
        {
            if (Directory.Exists(path)) Directory.Delete(path, recursive: true);
            else if (File.Exists(path)) File.Delete(path);
            else throw new InvalidDataException($"{Name}: the sound bundle has no {Path.GetRelativePath(folder, path)} that could be deleted.");
        }

        var files = Path.Combine(Folder, "files");
        if (Directory.Exists(files)) Copy(files, folder);
    }

    private static void Copy(string from, string to)
    {
        var all = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None };
        foreach (var file in Directory.EnumerateFiles(from, "*", all))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target, overwrite: true);
        }
    }
}

/// <summary>The bundles of <c>samples/corpus</c>.</summary>
internal static class Corpus
{
    public static string Repository { get; } = Path.GetFullPath(Path.Combine(Here(), "../.."));

    public static IReadOnlyList<SoundBundle> Sound { get; } =
        [.. Folders("sound").Select(folder => new SoundBundle(Path.GetFileName(folder), Path.Combine(folder, "bundle"), Expectation.Read<SoundExpectation>(Path.Combine(folder, "expected.json"))))];

    public static IReadOnlyList<DefectiveBundle> Defective { get; } = [.. Folders("defective").Select(Read)];

    /// <summary>The defective bundles of each code, in the order of the contract.</summary>
    public static IReadOnlyList<(string Code, IReadOnlyList<DefectiveBundle> Bundles)> ByCode { get; } =
        [.. FindingCode.All.Select(code => (code, (IReadOnlyList<DefectiveBundle>)[.. Defective.Where(bundle => bundle.Expected.Codes.Contains(code))]))];

    private static string[] Folders(string part) =>
        [.. Directory.EnumerateDirectories(Path.Combine(Repository, "samples/corpus", part)).Order(StringComparer.Ordinal)];

    private static DefectiveBundle Read(string folder)
    {
        var expected = Expectation.Read<DefectiveExpectation>(Path.Combine(folder, "expected.json"));
        var sound = expected.From.Contains('/', StringComparison.Ordinal) ? expected.From : $"samples/corpus/sound/{expected.From}/bundle";
        return new(Path.GetFileName(folder), folder, Path.Combine(Repository, sound), expected);
    }

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
