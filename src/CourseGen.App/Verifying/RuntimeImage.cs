using System.Text.Json;
using CourseGen.Domain.Bundles;
using CourseGen.Sandbox.Oci;

namespace CourseGen.App.Verifying;

/// <summary>What a course's own image is built from.</summary>
/// <remarks>
/// The Dockerfile, the protocol scripts, and the files of the starter that the Dockerfile copies, which is how it names its
/// dependency manifests. Nothing else, so that an edited source file does not build the image again.
/// </remarks>
public static class RuntimeImage
{
    private const string Dockerfile = "Dockerfile";
    private const string Protocol = ".coursegen/runtime/";

    /// <summary>The recipe of a bundle's image.</summary>
    public static ImageRecipe Of(Bundle bundle)
    {
        var files = ScratchFolder.PartOf(bundle, BundleLayout.Starter).Where(one => one.File.LinkTarget is null).ToList();
        var text = File.ReadAllText(files.Single(one => one.Path == Dockerfile).File.HostPath);
        var copied = new Glob(CopiedBy(text).SelectMany(source => new[] { source, $"{source.TrimEnd('/')}/" }));
        return new ImageRecipe
        {
            Files =
            [
                .. from one in files
                   where one.Path == Dockerfile || one.Path.StartsWith(Protocol, StringComparison.Ordinal) || copied.Matches(one.Path)
                   select new RecipeFile(one.Path, one.File.HostPath, one.File.Executable),
            ],
            Network = bundle.Manifest.Runtime.InstallNetwork,
            MemoryBytes = BoxLimits.ForInstall(bundle.Manifest.Limits).MemoryBytes,
        };
    }

    /// <summary>The paths and patterns, relative to the starter, that a Dockerfile's COPY and ADD instructions name.</summary>
    internal static IEnumerable<string> CopiedBy(string dockerfile) =>
        from line in Instructions(dockerfile)
        let words = line.Split((char[]?)null, 2, StringSplitOptions.RemoveEmptyEntries)
        where words.Length == 2 && words[0].ToUpperInvariant() is "COPY" or "ADD"
        from source in SourcesOf(words[1].Trim())
        select source;

    /// <summary>The instructions, each on one line.</summary>
    private static string[] Instructions(string dockerfile) => dockerfile.ReplaceLineEndings("\n").Split('\n')
        .Select(line => line.Trim()).Where(line => !line.StartsWith('#'))
        .Aggregate("", (text, line) => text + (line.EndsWith('\\') ? $"{line[..^1]} " : $"{line}\n")).Split('\n');

    /// <summary>What an instruction copies out of the build's folder; the last word is where it goes.</summary>
    private static IEnumerable<string> SourcesOf(string arguments)
    {
        var words = arguments.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var flags = words.TakeWhile(word => word.StartsWith("--", StringComparison.Ordinal)).ToList();
        // What another stage has built is no file of the starter.
        if (flags.Exists(flag => flag.StartsWith("--from=", StringComparison.Ordinal)))
            return [];
        var paths = words.Skip(flags.Count).ToList();
        if (paths is [['[', ..], ..])
            paths = ListOf(string.Join(' ', paths));
        return paths.SkipLast(1).Where(path => !path.Contains("://", StringComparison.Ordinal)).Select(Relative);
    }

    private static List<string> ListOf(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<List<string>>(json) ?? [];
        }
        catch (JsonException)
        {
            // No list: the build will say so.
            return [];
        }
    }

    private static string Relative(string path)
    {
        var relative = path.TrimStart('/');
        while (relative.StartsWith("./", StringComparison.Ordinal))
            relative = relative[2..];
        return relative is "" or "." ? "**" : relative;
    }
}
