using CourseGen.App.Authoring.Nodes;
using CourseGen.App.Bundles;
using CourseGen.Domain.Briefs;
using CourseGen.Domain.Bundles;

namespace CourseGen.App.Authoring;

/// <summary>Reads a plan that its creator may have edited, naming everything that is wrong or not as the brief says.</summary>
public static class PlanReader
{
    private const int LongestText = 4_000;

    /// <param name="name">The file's name, for errors.</param>
    /// <param name="content">The file.</param>
    /// <param name="brief">The brief that it is a plan for.</param>
    /// <exception cref="BundleInvalidException">It cannot be used; every error is in the exception.</exception>
    public static PlanAnswer Read(string name, ReadOnlyMemory<byte> content, Brief brief)
    {
        var errors = new List<BundleError>();
        var plan = YamlFile.Load(name, content, errors) is { } top ? Read(top) : null;
        if (errors.Count == 0) errors.AddRange(PlanRules.Errors(plan!, brief).Select(error => new BundleError(name, null, error)));
        return errors.Count == 0 ? plan! : throw new BundleInvalidException(errors);
    }

    private static PlanAnswer Read(YamlSection top)
    {
        var plan = new PlanAnswer(
            top.Text("slug"), top.Text("title", max: 200), top.Text("summary", max: LongestText), top.Text("surface"), Stack(top.Section("stack", required: true)),
            (int)top.Integer("port", 0, 65535, 0), top.Text("health", ""), top.Boolean("install_network", false), top.Texts("outcomes", required: true),
            [.. top.Sections("deliverables", required: true).Select(Deliverable)], "");
        top.Close();
        return plan;
    }

    private static StackAnswer Stack(YamlSection? section)
    {
        if (section is null) return new("", "", "", "", "", "");
        var stack = new StackAnswer(
            section.Text("language"), section.Text("language_version", ""), section.Text("framework", "none"),
            section.Text("package_manager", "none"), section.Text("database", "none"), section.Text("cache", "none"));
        section.Close();
        return stack;
    }

    private static DeliverableAnswer Deliverable(YamlSection section)
    {
        var deliverable = new DeliverableAnswer(
            section.Text("id"), section.Text("title"), section.Texts("owns", required: true), [.. section.Sections("promises", required: true).Select(Promise)]);
        section.Close();
        return deliverable;
    }

    private static PromiseAnswer Promise(YamlSection section)
    {
        var promise = new PromiseAnswer(section.Text("id"), section.Text("text"));
        section.Close();
        return promise;
    }
}
