using System.Text;
using CourseGen.App.Bundles;
using CourseGen.Domain.Bundles;
using CourseGen.Models;
using CourseGen.Runs;

namespace CourseGen.App.Authoring.Nodes;

/// <summary>Turns the brief into a plan: deliverables with promises, and a stack that keeps the creator's choices.</summary>
internal sealed class Planning(Workroom room) : NodeStep(room)
{
    protected override async Task<NodeOutcome> WorkAsync(StepContext<AuthoringState> context, CancellationToken cancellation)
    {
        var brief = context.State.Brief;
        List<DataSection> data = [new("brief", RunJson.Write(brief))];
        if (context.State.Comment is { } comment) data.Add(new("review comment of a person", comment));
        var plan = await Room.AskAsync<PlanAnswer>(context, "", "course", data, answer => PlanRules.Errors(answer, brief), cancellation);
        return new()
        {
            Plan = await Room.KeepAsync(RunJson.Write(plan), cancellation),
            Said = $"{plan.Deliverables.Count} deliverables: {string.Join(", ", plan.Deliverables.Select(one => one.Title))}",
        };
    }
}

/// <summary>What a plan must keep: the manifest's rules, and every choice the creator made.</summary>
internal static class PlanRules
{
    /// <summary>The check id that stands in a manifest until the suites are written.</summary>
    public const string Unwritten = "unwritten";

    public static IReadOnlyList<string> Errors(PlanAnswer plan, Domain.Briefs.Brief brief)
    {
        if (!ManifestReader.Surfaces.ContainsKey(plan.Surface)) return [$"surface must be one of {string.Join(", ", ManifestReader.Surfaces.Keys)}"];
        var errors = new List<BundleError>();
        ManifestReader.Read(Encoding.UTF8.GetBytes(ManifestWriter.Write(ManifestOf(plan))), errors);
        return [.. errors.Select(error => error.Message), .. Swapped(plan, brief)];
    }

    /// <summary>The manifest a plan stands for, with no witnesses yet.</summary>
    public static Manifest ManifestOf(PlanAnswer plan) => new()
    {
        Slug = plan.Slug,
        Title = plan.Title,
        Summary = plan.Summary,
        Surface = ManifestReader.Surfaces[plan.Surface],
        Stack = new(plan.Stack.Language, plan.Stack.LanguageVersion, plan.Stack.Framework, plan.Stack.PackageManager, plan.Stack.Database, plan.Stack.Cache),
        Runtime = new(plan.Port, plan.Health, plan.InstallNetwork),
        Deliverables =
        [
            .. plan.Deliverables.Select(one => new Deliverable(
                one.Id, one.Title, one.Owns, [.. one.Promises.Select(promise => new Promise(promise.Id, promise.Text, [Unwritten]))],
                ReportKind.CourseGen, ReportKind.CourseGen)),
        ],
    };

    private static IEnumerable<string> Swapped(PlanAnswer plan, Domain.Briefs.Brief brief)
    {
        var wishes = brief.Stack;
        (string Name, string Wished, string Planned)[] choices =
        [
            ("surface", brief.Surface, plan.Surface), ("language", wishes.Language, plan.Stack.Language),
            ("language_version", wishes.LanguageVersion, plan.Stack.LanguageVersion), ("framework", wishes.Framework, plan.Stack.Framework),
            ("package_manager", wishes.PackageManager, plan.Stack.PackageManager), ("database", wishes.Database, plan.Stack.Database),
            ("cache", wishes.Cache, plan.Stack.Cache),
        ];
        return choices.Where(choice => choice.Wished.Length > 0 && choice.Wished != choice.Planned)
            .Select(choice => $"the creator chose {choice.Name} '{choice.Wished}'; the plan says '{choice.Planned}'");
    }
}
