using System.Text.Json.Nodes;
using CourseGen.App.Bundles;
using CourseGen.Cli.Showing;
using CourseGen.Domain.Bundles;
using CourseGen.Domain.Verdicts;

namespace CourseGen.Cli.Commands;

/// <summary>The outcome of <c>bundle check</c> for a program. Nothing was run, so the verdict is valid or invalid and no more.</summary>
internal static class BundleCheckJson
{
    public static string Write(Bundle bundle) => Text(
        "valid", bundle.Manifest.Slug, bundle.Digest, [],
        BundleReader.RunBitsRepaired(bundle).Select(path => $"{path} lacks the run bit; it is taken as if it had it."));

    public static string Write(BundleInvalidException invalid) => Text("invalid", null, null, invalid.Errors, []);

    private static string Text(string verdict, string? course, string? digest, IReadOnlyList<BundleError> errors, IEnumerable<string> notes) =>
        JsonText.Of(new JsonObject
        {
            ["format"] = Evidence.Format,
            ["course"] = course,
            ["digest"] = digest,
            ["verdict"] = verdict,
            ["findings"] = new JsonArray([.. errors.Select(Finding)]),
            ["notes"] = new JsonArray([.. notes.Select(note => JsonValue.Create(note))]),
        });

    private static JsonObject Finding(BundleError error) => new()
    {
        ["code"] = FindingCode.BundleInvalid,
        ["path"] = error.Path,
        ["line"] = error.Line,
        ["message"] = error.Message,
    };
}
