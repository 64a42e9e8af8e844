using System.Reflection;
using CourseGen.App.Content;
using CourseGen.Domain.Bundles;

namespace CourseGen.App.Bundles;

/// <summary>A bundle that nobody has filled yet: every file that the contract asks for, with a comment that says what belongs there.</summary>
public static class Skeleton
{
    private const string Prefix = "CourseGen.App.Bundles.Skeleton/";

    /// <summary>The paths of a skeleton.</summary>
    public static IReadOnlyList<string> PathsOf(Surface surface) =>
    [
        .. Assembly.GetExecutingAssembly().GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .Select(name => name[Prefix.Length..]).Where(path => surface == Surface.Http || path != $"{BundleLayout.Starter}/{BundleLayout.Run}").Order(StringComparer.Ordinal),
    ];

    /// <summary>The text of one file.</summary>
    public static string TextOf(string path, Surface surface)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(Prefix + path)
            ?? throw new InvalidOperationException($"The resource {path} is not built in.");
        using var reader = new StreamReader(stream);
        var text = reader.ReadToEnd();
        return path == BundleLayout.ManifestFile ? ManifestFor(surface, text) : text;
    }

    /// <summary>Writes those of some files that are not there yet.</summary>
    public static void Write(string folder, Surface surface, Func<string, bool> wanted)
    {
        foreach (var path in PathsOf(surface).Where(wanted).Where(path => !File.Exists(Path.Combine(folder, path))))
            Write(folder, path, TextOf(path, surface));
    }

    /// <summary>Writes one text file; scripts get the run bit.</summary>
    internal static void Write(string folder, string path, string text)
    {
        var file = Path.Combine(folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
        File.SetUnixFileMode(file, FileModes.Of(path.EndsWith(".sh", StringComparison.Ordinal)));
    }

    // Lines that are for one surface begin with its name.
    private static string ManifestFor(Surface surface, string text)
    {
        var (mine, others) = surface == Surface.Http ? ("#http ", "#command ") : ("#command ", "#http ");
        return string.Concat(text.Split('\n').Where(line => line.Length > 0 && !line.StartsWith(others, StringComparison.Ordinal))
            .Select(line => (line.StartsWith(mine, StringComparison.Ordinal) ? line[mine.Length..] : line) + "\n"));
    }
}
