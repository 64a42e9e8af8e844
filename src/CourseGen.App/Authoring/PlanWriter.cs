using System.Text;
using CourseGen.App.Authoring.Nodes;
using CourseGen.App.Bundles;
using CourseGen.Domain.Briefs;

namespace CourseGen.App.Authoring;

/// <summary>
/// Writes a plan as a file for its creator to read and edit. What the brief left open is marked as suggested; the rest are the
/// creator's own choices.
/// </summary>
public static class PlanWriter
{
    private const string Mark = "  # suggested";

    private const string Head =
        """
        # The plan of a course. Change what you like, and author the course from it; nothing is swapped afterwards.
        # What your brief left open is marked as suggested.

        """;

    /// <summary>The text of a plan file; <see cref="PlanReader"/> reads it.</summary>
    public static string Write(PlanAnswer plan, Brief brief)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(brief);
        var marks = PlanRules.Choices(plan, brief).ToDictionary(choice => choice.Name, choice => choice.Wished.Length == 0 ? Mark : "", StringComparer.Ordinal);
        var text = new StringBuilder(Head);
        text.Append($"slug: {Quoted(plan.Slug)}\ntitle: {Quoted(plan.Title)}\nsummary: {Quoted(plan.Summary)}\n");
        text.Append("outcomes:\n");
        foreach (var outcome in plan.Outcomes) text.Append($"  - {Quoted(outcome)}{(brief.Outcomes.Contains(outcome) ? "" : Mark)}\n");
        text.Append($"surface: {Quoted(plan.Surface)}{marks["surface"]}\n");
        text.Append("stack:\n");
        foreach (var choice in PlanRules.Choices(plan, brief).Where(choice => choice.Name != "surface"))
            text.Append($"  {choice.Name}: {Quoted(choice.Planned)}{marks[choice.Name]}\n");
        text.Append($"port: {plan.Port}\nhealth: {Quoted(plan.Health)}\ninstall_network: {(plan.InstallNetwork ? "true" : "false")}\n");
        text.Append("deliverables:\n");
        foreach (var deliverable in plan.Deliverables) Append(text, deliverable);
        return text.ToString();
    }

    private static void Append(StringBuilder text, DeliverableAnswer deliverable)
    {
        text.Append($"  - id: {Quoted(deliverable.Id)}\n    title: {Quoted(deliverable.Title)}\n");
        text.Append($"    owns: [{string.Join(", ", deliverable.Owns.Select(Quoted))}]\n    promises:\n");
        foreach (var promise in deliverable.Promises) text.Append($"      - id: {Quoted(promise.Id)}\n        text: {Quoted(promise.Text)}\n");
    }

    private static string Quoted(string text) => ManifestWriter.Quoted(text);
}
