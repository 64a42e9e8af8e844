using System.Globalization;
using System.Text;
using System.Text.Json;
using CourseGen.Domain.Bundles;
using CourseGen.Runs;

namespace CourseGen.App.Bundles;

/// <summary>Writes manifests and variants so that the readers read back the same, byte for byte the same every time.</summary>
public static class ManifestWriter
{
    /// <summary>The text of <c>course.yaml</c>. Limits are written where they differ from the defaults.</summary>
    public static string Write(Manifest manifest)
    {
        var text = new StringBuilder();
        text.Append($"format: {Manifest.CurrentFormat}\n");
        text.Append($"slug: {Quoted(manifest.Slug)}\n");
        text.Append($"title: {Quoted(manifest.Title)}\n");
        text.Append($"summary: {Quoted(manifest.Summary)}\n");
        text.Append($"surface: {Word(ManifestReader.Surfaces, manifest.Surface)}\n");
        Stack(text, manifest.Stack);
        Runtime(text, manifest);
        Limits(text, manifest.Limits);
        text.Append("mutation:\n");
        text.Append($"  threshold: {manifest.Mutation.Threshold.ToString("0.###", CultureInfo.InvariantCulture)}\n");
        text.Append($"  max: {manifest.Mutation.Max}\n");
        Mutants(text, manifest.Mutation);
        text.Append("deliverables:\n");
        foreach (var deliverable in manifest.Deliverables) Deliverable(text, deliverable);
        return text.ToString();
    }

    /// <summary>The text of a <c>variant.yaml</c>.</summary>
    public static string Write(Variant variant)
    {
        var text = new StringBuilder();
        text.Append($"role: {Word(VariantReader.Roles, variant.Role)}\n");
        text.Append($"base: {Word(VariantReader.Bases, variant.Base)}\n");
        if (variant.Deliverable is { } deliverable) text.Append($"deliverable: {Quoted(deliverable)}\n");
        if (variant.Delete.Count > 0) text.Append($"delete: {List(variant.Delete)}\n");
        if (variant.Breaks.Count > 0) text.Append($"breaks: {List(variant.Breaks)}\n");
        text.Append($"why: {Quoted(variant.Why)}\n");
        return text.ToString();
    }

    private static void Stack(StringBuilder text, StackContract stack)
    {
        text.Append("stack:\n");
        text.Append($"  language: {Quoted(stack.Language)}\n");
        if (stack.LanguageVersion.Length > 0) text.Append($"  language_version: {Quoted(stack.LanguageVersion)}\n");
        text.Append($"  framework: {Quoted(stack.Framework)}\n");
        text.Append($"  package_manager: {Quoted(stack.PackageManager)}\n");
        text.Append($"  database: {Quoted(stack.Database)}\n");
        text.Append($"  cache: {Quoted(stack.Cache)}\n");
    }

    private static void Runtime(StringBuilder text, Manifest manifest)
    {
        text.Append("runtime:\n");
        if (manifest.Surface == Surface.Http) text.Append($"  port: {manifest.Runtime.Port}\n  health: {Quoted(manifest.Runtime.Health)}\n");
        text.Append($"  install_network: {(manifest.Runtime.InstallNetwork ? "true" : "false")}\n");
    }

    private static void Limits(StringBuilder text, BundleLimits limits)
    {
        var defaults = new BundleLimits();
        if (limits == defaults) return;
        text.Append("limits:\n");
        Line("install", limits.Install, defaults.Install, Units.Write);
        Line("boot", limits.Boot, defaults.Boot, Units.Write);
        Line("suite", limits.Suite, defaults.Suite, Units.Write);
        Line("cpu", limits.Cpu, defaults.Cpu, Units.Write);
        Line("memory", limits.MemoryBytes, defaults.MemoryBytes, Units.Write);
        Line("processes", limits.Processes, defaults.Processes, value => $"{value}");
        Line("disk", limits.DiskBytes, defaults.DiskBytes, Units.Write);
        Line("output", limits.OutputBytes, defaults.OutputBytes, Units.Write);

        void Line<T>(string name, T value, T fallback, Func<T, string> write)
        {
            if (!Equals(value, fallback)) text.Append($"  {name}: {write(value)}\n");
        }
    }

    private static void Mutants(StringBuilder text, MutationPolicy policy)
    {
        if (!policy.Skip.SequenceEqual(new MutationPolicy().Skip, StringComparer.Ordinal)) text.Append($"  skip: {List(policy.Skip)}\n");
        if (policy.Equivalent.Count > 0) text.Append("  equivalent:\n");
        foreach (var one in policy.Equivalent) text.Append($"    - file: {Quoted(one.File)}\n      id: {Quoted(one.Id)}\n      why: {Quoted(one.Why)}\n");
    }

    private static void Deliverable(StringBuilder text, Deliverable deliverable)
    {
        text.Append($"  - id: {Quoted(deliverable.Id)}\n");
        text.Append($"    title: {Quoted(deliverable.Title)}\n");
        text.Append($"    owns: {List(deliverable.Owns)}\n");
        text.Append("    promises:\n");
        foreach (var promise in deliverable.Promises)
        {
            text.Append($"      - id: {Quoted(promise.Id)}\n");
            text.Append($"        text: {Quoted(promise.Text)}\n");
            text.Append("        checks:\n");
            foreach (var check in promise.Checks) text.Append($"          - {Quoted(check)}\n");
        }

        text.Append($"    visible: {{ report: {Word(ManifestReader.Reports, deliverable.Visible)} }}\n");
        text.Append($"    hidden: {{ report: {Word(ManifestReader.Reports, deliverable.Hidden)} }}\n");
    }

    private static string List(IEnumerable<string> items) => $"[{string.Join(", ", items.Select(Quoted))}]";

    private static string Word<T>(IReadOnlyDictionary<string, T> words, T value) =>
        words.First(pair => EqualityComparer<T>.Default.Equals(pair.Value, value)).Key;

    /// <summary>A plain scalar where that is safe beyond doubt; JSON strings are YAML strings everywhere else.</summary>
    internal static string Quoted(string text) =>
        text.Length > 0 && char.IsAsciiLetter(text[0]) && text.All(one => char.IsAsciiLetterOrDigit(one) || one is '-' or '_' or '.' or '/' or ' ')
            && !text.EndsWith(' ') && text is not ("true" or "false" or "null" or "yes" or "no" or "on" or "off" or "y" or "n")
            ? text
            : JsonSerializer.Serialize(text, RunJson.Options);
}
