using System.Text.Json.Nodes;
using CourseGen.App.Verifying;
using CourseGen.Cli.Showing;
using CourseGen.Domain.Verdicts;

namespace CourseGen.Cli.Grading;

/// <summary>A grade for a program. Of a hidden check it says what a learner may know, and no more.</summary>
internal static class GradeJson
{
    public static string Write(Grade grade) => JsonText.Of(new JsonObject
    {
        ["format"] = Evidence.Format,
        ["course"] = grade.Bundle.Manifest.Slug,
        ["digest"] = grade.Bundle.Digest,
        ["engine"] = new JsonObject { ["name"] = grade.Engine.Name, ["version"] = grade.Engine.Version, ["image_digest"] = grade.Engine.ImageDigest },
        ["verdict"] = Verdict(grade.Passed),
        ["deliverables"] = new JsonArray([.. grade.Deliverables.Select(Deliverable)]),
        ["notes"] = new JsonArray([.. grade.Notes.Select(note => JsonValue.Create(note))]),
    });

    private static JsonObject Deliverable(GradedDeliverable one) => new()
    {
        ["id"] = one.Deliverable.Id,
        ["title"] = one.Deliverable.Title,
        ["verdict"] = Verdict(one.Passed),
        ["visible"] = Suite(one.Visible, one.Visible.Checks.Select(VisibleCheck)),
        ["hidden"] = Suite(one.Hidden, one.Hidden.Checks.Select(HiddenOne)),
    };

    private static JsonObject Suite(SuiteResult result, IEnumerable<JsonObject> checks) => new()
    {
        ["outcome"] = EvidenceNames.OutcomeOf(result),
        ["message"] = result.Ending is SuiteEnding.Completed ? "" : result.Ending.Sentence,
        ["wall_ms"] = (long)(result.Cost.Boot + result.Cost.Suite).TotalMilliseconds,
        ["checks"] = new JsonArray([.. checks]),
    };

    private static JsonObject VisibleCheck(CheckResult check) => new()
    {
        ["id"] = check.Id,
        ["title"] = check.Title,
        ["status"] = EvidenceNames.Of(check.Status),
        ["message"] = check.Message,
        ["diagnostics"] = new JsonArray([.. check.Diagnostics.Select(line => JsonValue.Create(line))]),
    };

    private static JsonObject HiddenOne(CheckResult check)
    {
        var known = HiddenCheck.Of(check);
        return new() { ["title"] = known.Title, ["status"] = EvidenceNames.Of(known.Status), ["hint"] = known.Hint };
    }

    private static string Verdict(bool passed) => passed ? "passed" : "failed";
}
