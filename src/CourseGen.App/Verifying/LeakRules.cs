using System.Text;
using CourseGen.Domain.Bundles;
using CourseGen.Domain.Content;
using CourseGen.Domain.Verdicts;

namespace CourseGen.App.Verifying;

/// <summary>
/// Looks for what a learner must not get in everything a learner gets. Content is compared by whole files and by windows
/// of consecutive significant lines, so that a copied part is found too.
/// </summary>
internal static class LeakRules
{
    private const int WindowLines = 6;
    private const int SignificantCharacters = 4;
    private const int MaxTextBytes = 1024 * 1024;

    public static IEnumerable<Finding> Apply(Bundle bundle)
    {
        var given = bundle.Files.Files.Where(file => IsGiven(bundle, file.Path)).ToList();
        var suiteFiles = given.Where(file => file.Path.StartsWith("checks/", StringComparison.Ordinal)).Select(file => file.Blob).ToHashSet();
        var project = given.Where(file => !file.Path.StartsWith("checks/", StringComparison.Ordinal)).ToList();
        return
        [
            .. Find(bundle, HiddenFiles(bundle).Where(file => !suiteFiles.Contains(file.Blob)), project, FindingCode.HiddenLeaked,
                "the hidden checks", "Take it out of what the learner gets."),
            .. Find(bundle, ReferenceOnly(bundle), given, FindingCode.ReferenceLeaked,
                "the solution", "Take the solution out of what the learner gets, and leave a stub."),
        ];
    }

    private static bool IsGiven(Bundle bundle, string path) =>
        path.StartsWith("starter/", StringComparison.Ordinal) || path.StartsWith("briefs/", StringComparison.Ordinal)
        || bundle.Manifest.Suites.Any(suite => suite.Kind == SuiteKind.Visible && path.StartsWith(suite.Folder + "/", StringComparison.Ordinal));

    private static IEnumerable<FileEntry> HiddenFiles(Bundle bundle) =>
        bundle.Files.Files.Where(file => file.Path.StartsWith(BundleLayout.SharedChecks + "/", StringComparison.Ordinal)
            || bundle.Manifest.Suites.Any(suite => suite.Kind == SuiteKind.Hidden && file.Path.StartsWith(suite.Folder + "/", StringComparison.Ordinal)));

    private static IEnumerable<FileEntry> ReferenceOnly(Bundle bundle)
    {
        var prefix = bundle.Reference.FilesFolder + "/";
        return bundle.Files.Files.Where(file => file.Path.StartsWith(prefix, StringComparison.Ordinal)
            && bundle.Files.Find("starter/" + file.Path[prefix.Length..])?.Blob != file.Blob);
    }

    private static IEnumerable<Finding> Find(
        Bundle bundle, IEnumerable<FileEntry> secrets, IReadOnlyList<FileEntry> given, string code, string what, string nextStep)
    {
        var windows = given.ToDictionary(file => file.Path, file => Windows(bundle, file).ToHashSet(StringComparer.Ordinal), StringComparer.Ordinal);
        foreach (var secret in secrets.Where(secret => secret.Length > 0))
        {
            var counterpart = Counterpart(bundle, secret.Path);
            // What the learner's own version of the file holds as well is given on purpose.
            var own = counterpart is null ? [] : windows.GetValueOrDefault(counterpart, []);
            var mine = Windows(bundle, secret).ToHashSet(StringComparer.Ordinal);
            foreach (var file in given.Where(file => file.Path != counterpart && Holds(file, secret, windows[file.Path], mine, own)))
            {
                yield return new(code, null, null, $"{file.Path} holds a part of {secret.Path}, so a learner can read {what}.", nextStep,
                    new(null, [], windows[file.Path].FirstOrDefault(window => mine.Contains(window) && !own.Contains(window)) ?? ""));
            }
        }
    }

    private static bool Holds(FileEntry given, FileEntry secret, HashSet<string> windows, HashSet<string> mine, HashSet<string> own) =>
        (given.Blob == secret.Blob && mine.Count > 0) || mine.Any(window => windows.Contains(window) && !own.Contains(window));

    private static string? Counterpart(Bundle bundle, string path)
    {
        var prefix = bundle.Reference.FilesFolder + "/";
        return path.StartsWith(prefix, StringComparison.Ordinal) ? "starter/" + path[prefix.Length..] : null;
    }

    private static IEnumerable<string> Windows(Bundle bundle, FileEntry file)
    {
        if (file.Link || file.Length > MaxTextBytes) yield break;
        var text = Encoding.UTF8.GetString(File.ReadAllBytes(Path.Combine(bundle.Folder, file.Path)));
        var lines = text.Split('\n').Select(line => line.Trim()).Where(line => line.Count(char.IsLetterOrDigit) >= SignificantCharacters).ToList();
        for (var i = 0; i + WindowLines <= lines.Count; i++) yield return string.Join('\n', lines.Skip(i).Take(WindowLines));
    }
}
