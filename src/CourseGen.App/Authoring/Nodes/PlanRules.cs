using System.Text;
using CourseGen.App.Bundles;
using CourseGen.Domain.Briefs;
using CourseGen.Domain.Bundles;

namespace CourseGen.App.Authoring.Nodes;

/// <summary>What a plan must keep: the manifest's rules, and every choice the creator made.</summary>
internal static class PlanRules
{
    /// <summary>The check id that stands in a manifest until the suites are written.</summary>
    public const string Unwritten = "unwritten";

    private const int MaxPromises = 20;

    public static IReadOnlyList<string> Errors(PlanAnswer plan, Brief brief)
    {
        if (plan.Declined.Length > 0) return [];
        if (plan.Deliverables.Count > Brief.MaxDeliverables) return [$"there are {plan.Deliverables.Count} deliverables; the most is {Brief.MaxDeliverables}"];
        if (plan.Deliverables.FirstOrDefault(one => one.Promises.Count > MaxPromises) is { } many)
            return [$"'{many.Id}' has {many.Promises.Count} promises; the most is {MaxPromises}"];
        if (!ManifestReader.Surfaces.ContainsKey(plan.Surface)) return [$"surface must be one of {string.Join(", ", ManifestReader.Surfaces.Keys)}"];
        var errors = new List<BundleError>();
        ManifestReader.Read(Encoding.UTF8.GetBytes(ManifestWriter.Write(ManifestOf(plan))), errors);
        return [.. errors.Select(error => error.Message), .. OutcomeErrors(plan, brief), .. Swapped(plan, brief)];
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

    /// <summary>What the plan chose because the brief left it open, as <c>name 'value'</c>.</summary>
    public static IReadOnlyList<string> Suggested(PlanAnswer plan, Brief brief) =>
    [
        .. brief.Outcomes.Count == 0 ? ["outcomes"] : Array.Empty<string>(),
        .. Choices(plan, brief).Where(choice => choice.Wished.Length == 0 && choice.Planned.Length > 0).Select(choice => $"{choice.Name} '{choice.Planned}'"),
    ];

    /// <summary>Every choice that a creator may make, with what the plan has.</summary>
    public static IReadOnlyList<(string Name, string Wished, string Planned)> Choices(PlanAnswer plan, Brief brief) =>
    [
        ("surface", brief.Surface, plan.Surface), ("language", brief.Stack.Language, plan.Stack.Language),
        ("language_version", brief.Stack.LanguageVersion, plan.Stack.LanguageVersion), ("framework", brief.Stack.Framework, plan.Stack.Framework),
        ("package_manager", brief.Stack.PackageManager, plan.Stack.PackageManager), ("database", brief.Stack.Database, plan.Stack.Database),
        ("cache", brief.Stack.Cache, plan.Stack.Cache),
    ];

    private static IEnumerable<string> OutcomeErrors(PlanAnswer plan, Brief brief) =>
    [
        .. plan.Outcomes.Count is 0 or > Brief.MaxOutcomes ? [$"there are {plan.Outcomes.Count} outcomes; there have to be 1 to {Brief.MaxOutcomes}"] : Array.Empty<string>(),
        .. plan.Outcomes.Any(string.IsNullOrWhiteSpace) ? ["an outcome is empty"] : Array.Empty<string>(),
        .. brief.Outcomes.Except(plan.Outcomes, StringComparer.Ordinal).Select(outcome => $"the creator's outcome '{outcome}' is missing"),
    ];

    private static IEnumerable<string> Swapped(PlanAnswer plan, Brief brief) =>
        Choices(plan, brief).Where(choice => choice.Wished.Length > 0 && choice.Wished != choice.Planned)
            .Select(choice => $"the creator chose {choice.Name} '{choice.Wished}'; the plan says '{choice.Planned}'");
}
