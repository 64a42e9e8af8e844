using System.Text.Json.Nodes;
using CourseGen.App.Verifying;
using CourseGen.Cli.Showing;
using CourseGen.Domain.Learning;
using CourseGen.Domain.Verdicts;

namespace CourseGen.Cli.Grading;

/// <summary>A scorecard for a program. Of a hidden check it says what a learner may know, and no more.</summary>
internal static class GradeJson
{
    public static string Write(GradedWorkspace graded) => JsonText.Of(new JsonObject
    {
        ["format"] = Evidence.Format,
        ["course"] = graded.Bundle.Manifest.Slug,
        ["digest"] = graded.Bundle.Digest,
        ["engine"] = new JsonObject { ["name"] = graded.Engine.Name, ["version"] = graded.Engine.Version, ["image_digest"] = graded.Engine.ImageDigest },
        ["verdict"] = Verdict(graded.Scorecard.Passed),
        ["deliverables"] = new JsonArray([.. graded.Scorecard.Deliverables.Select(Deliverable)]),
        ["notes"] = new JsonArray([.. graded.Notes.Select(note => JsonValue.Create(note))]),
    });

    private static JsonObject Deliverable(DeliverableScore one) => new()
    {
        ["id"] = one.Id,
        ["title"] = one.Title,
        ["verdict"] = Verdict(one.Passed),
        ["visible"] = Suite(one.Visible.Passed, one.Visible.Ending, one.Visible.Checks.Select(Check)),
        ["hidden"] = Suite(one.Hidden.Passed, one.Hidden.Ending, one.Hidden.Checks.Select(Check)),
    };

    private static JsonObject Suite(bool passed, ScoreEnding ending, IEnumerable<JsonObject> checks) => new()
    {
        ["outcome"] = ending.IsCompleted ? Verdict(passed) : ending.Code,
        ["message"] = passed ? "" : ending.Sentence,
        ["checks"] = new JsonArray([.. checks]),
    };

    private static JsonObject Check(CheckResult check) => new()
    {
        ["id"] = check.Id,
        ["title"] = check.Title,
        ["status"] = EvidenceNames.Of(check.Status),
        ["message"] = check.Message,
        ["diagnostics"] = new JsonArray([.. check.Diagnostics.Select(line => JsonValue.Create(line))]),
    };

    private static JsonObject Check(HiddenCheck check) =>
        new() { ["title"] = check.Title, ["status"] = EvidenceNames.Of(check.Status), ["hint"] = check.Hint };

    private static string Verdict(bool passed) => passed ? "passed" : "failed";
}
