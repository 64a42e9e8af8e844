using System.Text.RegularExpressions;
using CourseGen.Domain.Bundles;

namespace CourseGen.App.Bundles;

/// <summary>Reads <c>course.yaml</c> into a manifest, naming every field that is wrong.</summary>
internal static class ManifestReader
{
    private const long Gibibyte = 1024L * 1024 * 1024;
    private const int MaxPattern = 200;
    private const int LongestId = 40;

    internal static readonly IReadOnlyDictionary<string, Surface> Surfaces = new Dictionary<string, Surface>(StringComparer.Ordinal)
    {
        ["http"] = Surface.Http,
        ["command"] = Surface.Command,
    };

    internal static readonly IReadOnlyDictionary<string, ReportKind> Reports = new Dictionary<string, ReportKind>(StringComparer.Ordinal)
    {
        ["coursegen"] = ReportKind.CourseGen,
        ["junit"] = ReportKind.JUnit,
        ["tap"] = ReportKind.Tap,
        ["exit"] = ReportKind.Exit,
    };

    /// <summary>The manifest, only to be used when no error was added; null when it does not even say which deliverables there are.</summary>
    public static Manifest? Read(ReadOnlyMemory<byte> content, List<BundleError> errors)
    {
        if (YamlFile.Load(BundleLayout.ManifestFile, content, errors) is not { } top) return null;
        if (top.Integer("format", 1, int.MaxValue) is var format and > 0 and not Manifest.CurrentFormat)
            top.Refuse("format", $"is {format}; this version reads format {Manifest.CurrentFormat}");
        var wrong = errors.Count;
        var surface = top.Choice("surface", Surfaces);
        // A surface that is misspelt asks for nothing further yet.
        if (errors.Count > wrong) surface = Surface.Command;
        var manifest = new Manifest
        {
            Slug = top.Id("slug", 3, 60),
            Title = top.Text("title", max: 200),
            Summary = top.Text("summary", max: 4_000),
            Surface = surface,
            Stack = Stack(top.Section("stack", required: true)),
            Runtime = Runtime(top.Section("runtime", required: surface == Surface.Http), surface),
            Limits = Limits(top.Section("limits")),
            Mutation = Mutation(top.Section("mutation")),
            Deliverables = [.. top.Sections("deliverables", required: true).Select(Deliverable)],
        };
        top.Close();
        RefuseTwice(top, manifest);
        // Against no deliverables every suite, brief and variant would be one too many, and the one mistake would be lost among them.
        return manifest.Deliverables.Count > 0 && manifest.Deliverables.All(one => one.Id.Length > 0) ? manifest : null;
    }

    /// <summary>Whether every deliverable has an id by which files can be called.</summary>
    public static bool AreNamed(IReadOnlyList<Deliverable> deliverables) => deliverables.All(one => YamlSection.IsId(one.Id, 1, LongestId));

    private static StackContract Stack(YamlSection? section)
    {
        if (section is null) return new("", "", "", "", "", "");
        var stack = new StackContract(
            section.Text("language"), section.Text("language_version", ""), section.Text("framework", "none"),
            section.Text("package_manager", "none"), section.Text("database", "none"), section.Text("cache", "none"));
        section.Close();
        return stack;
    }

    private static RuntimeContract Runtime(YamlSection? section, Surface surface)
    {
        if (section is null) return new(0, "", false);
        var http = surface == Surface.Http;
        var port = (int)section.Integer("port", 1, 65535, http ? null : 0);
        var health = section.Text("health", http ? null : "");
        if (http && health.Length > 0 && (health[0] != '/' || health.Any(one => one <= ' ' || one > '~')))
            section.Refuse("health", $"must be a path such as /health; it is '{health}'");
        var runtime = new RuntimeContract(port, health, section.Boolean("install_network", false));
        section.Close();
        return runtime;
    }

    private static BundleLimits Limits(YamlSection? section)
    {
        var defaults = new BundleLimits();
        if (section is null) return defaults;
        var limits = new BundleLimits
        {
            Install = section.Duration("install", defaults.Install, TimeSpan.FromHours(1)),
            Boot = section.Duration("boot", defaults.Boot, TimeSpan.FromMinutes(10)),
            Suite = section.Duration("suite", defaults.Suite, TimeSpan.FromMinutes(30)),
            Cpu = section.Duration("cpu", defaults.Cpu, TimeSpan.FromHours(1)),
            MemoryBytes = section.Size("memory", defaults.MemoryBytes, 16 * Gibibyte),
            Processes = (int)section.Integer("processes", 4, 4096, defaults.Processes),
            DiskBytes = section.Size("disk", defaults.DiskBytes, 8 * Gibibyte),
            OutputBytes = section.Size("output", defaults.OutputBytes, 64 * 1024 * 1024),
        };
        section.Close();
        return limits;
    }

    private static MutationPolicy Mutation(YamlSection? section)
    {
        var defaults = new MutationPolicy();
        if (section is null) return defaults;
        var policy = new MutationPolicy(
            section.Number("threshold", 0, 1, defaults.Threshold), (int)section.Integer("max", 0, 1000, defaults.Max))
        {
            Skip = section.Has("skip") ? Patterns(section, "skip") : defaults.Skip,
            Equivalent = [.. section.Sections("equivalent", required: false).Select(Equivalent)],
        };
        section.Close();
        return policy;
    }

    private static IReadOnlyList<string> Patterns(YamlSection section, string key)
    {
        var patterns = section.Texts(key, required: false);
        foreach (var pattern in patterns.Where(pattern => pattern.Length > MaxPattern || !IsPattern(pattern)))
            section.Refuse(key, $"holds '{pattern}', which is no regular expression of at most {MaxPattern} characters without look-around and back-references");
        return patterns;
    }

    private static bool IsPattern(string pattern)
    {
        try
        {
            _ = new Regex(pattern, RegexOptions.NonBacktracking);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
        catch (NotSupportedException)
        {
            return false;
        }
    }

    private static EquivalentMutant Equivalent(YamlSection section)
    {
        var equivalent = new EquivalentMutant(section.Text("file"), section.Id("id", 12, 12), section.Text("why"));
        section.Close();
        return equivalent;
    }

    private static Deliverable Deliverable(YamlSection section)
    {
        var deliverable = new Deliverable(
            section.Id("id", 1, LongestId),
            section.Text("title", max: 200),
            Owns(section),
            [.. section.Sections("promises", required: true).Select(Promise)],
            Report(section.Section("visible")),
            Report(section.Section("hidden")));
        // "shared" would stand where the helpers of the hidden suites stand.
        if (deliverable.Id == "shared") section.Refuse("id", "cannot be 'shared': checks/shared is the folder of shared helpers");
        section.Close();
        return deliverable;
    }

    private static IReadOnlyList<string> Owns(YamlSection section)
    {
        var patterns = Paths(section, "owns", required: true);
        foreach (var pattern in patterns.Where(pattern => BundleLayout.IsBundleOwned(pattern) || BundleLayout.IsBundleOwned(pattern + "/")))
            section.Refuse("owns", $"holds '{pattern}', which always comes from the bundle; name what the learner edits");
        return patterns;
    }

    private static Promise Promise(YamlSection section)
    {
        var promise = new Promise(section.Id("id", 1, 80), section.Text("text"), section.Texts("checks", required: true));
        section.Close();
        return promise;
    }

    private static ReportKind Report(YamlSection? section)
    {
        if (section is null) return ReportKind.CourseGen;
        var kind = section.Choice("report", Reports, ReportKind.CourseGen);
        section.Close();
        return kind;
    }

    /// <summary>A list of relative paths that stay where they are.</summary>
    internal static IReadOnlyList<string> Paths(YamlSection section, string key, bool required)
    {
        var paths = section.Texts(key, required);
        foreach (var path in paths.Where(path => !SafePath.IsSafe(path)))
            section.Refuse(key, $"holds '{path}', which is not a relative path within the folder");
        return paths;
    }

    private static void RefuseTwice(YamlSection top, Manifest manifest)
    {
        foreach (var id in Twice(manifest.Deliverables.Select(one => one.Id)))
            top.Refuse("deliverables", $"name the id '{id}' twice");
        foreach (var id in Twice(manifest.Deliverables.SelectMany(one => one.Promises).Select(one => one.Id)))
            top.Refuse("deliverables", $"name the promise '{id}' twice");
    }

    private static IEnumerable<string> Twice(IEnumerable<string> ids) =>
        ids.GroupBy(id => id, StringComparer.Ordinal).Where(group => group.Count() > 1).Select(group => group.Key);
}
