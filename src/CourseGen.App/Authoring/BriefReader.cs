using CourseGen.App.Bundles;
using CourseGen.Domain.Briefs;
using CourseGen.Domain.Bundles;

namespace CourseGen.App.Authoring;

/// <summary>Reads a brief from YAML, naming every field that is wrong.</summary>
public static class BriefReader
{
    private const int LongestLine = 2_000;

    /// <param name="name">The file's name, for errors.</param>
    /// <exception cref="BundleInvalidException">It cannot be used; every error is in the exception.</exception>
    public static Brief Read(string name, ReadOnlyMemory<byte> content)
    {
        var errors = new List<BundleError>();
        var brief = YamlFile.Load(name, content, errors) is { } top ? Read(top) : null;
        return errors.Count == 0 ? brief! : throw new BundleInvalidException(errors);
    }

    private static Brief Read(YamlSection top)
    {
        var brief = new Brief
        {
            Title = top.Text("title", max: 200),
            Problem = top.Text("problem", max: Brief.MaxProblem),
            Outcomes = top.Texts("outcomes", required: false),
            Surface = top.Text("surface", ""),
            Stack = Stack(top.Section("stack")),
            Deliverables = top.Texts("deliverables", required: false),
        };
        if (brief.Surface.Length > 0 && !ManifestReader.Surfaces.ContainsKey(brief.Surface))
            top.Refuse("surface", $"must be one of {string.Join(", ", ManifestReader.Surfaces.Keys)}; it is '{brief.Surface}'");
        foreach (var (key, texts) in new[] { ("outcomes", brief.Outcomes), ("deliverables", brief.Deliverables) })
            if (texts.Any(text => text.Length > LongestLine)) top.Refuse(key, $"has an entry of more than {LongestLine} characters");
        if (brief.Outcomes.Count > Brief.MaxOutcomes) top.Refuse("outcomes", $"has {brief.Outcomes.Count} entries; the most is {Brief.MaxOutcomes}");
        if (brief.Deliverables.Count > Brief.MaxDeliverables) top.Refuse("deliverables", $"has {brief.Deliverables.Count} entries; the most is {Brief.MaxDeliverables}");
        top.Close();
        return brief;
    }

    private static StackWishes Stack(YamlSection? section)
    {
        if (section is null) return new();
        var stack = new StackWishes(
            section.Text("language", ""), section.Text("language_version", ""), section.Text("framework", ""),
            section.Text("package_manager", ""), section.Text("database", ""), section.Text("cache", ""));
        section.Close();
        return stack;
    }
}
