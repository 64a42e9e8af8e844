using System.Text.RegularExpressions;
using CourseGen.App.Bundles;
using CourseGen.Domain.Verdicts;
using Shouldly;
using Xunit;

namespace CourseGen.CorpusTests;

/// <summary>What the corpus itself has to keep.</summary>
public sealed partial class ShapeTests
{
    private const int Fewest = 2;

    [Fact]
    public void Every_finding_code_has_defective_bundles() =>
        Corpus.ByCode.Where(one => one.Bundles.Count < Fewest).Select(one => $"{one.Code} has {one.Bundles.Count}").ShouldBeEmpty();

    [Fact]
    public void Every_code_that_is_expected_is_one_of_the_contract() =>
        Corpus.Defective.SelectMany(bundle => bundle.Allowed.Except(FindingCode.All).Select(code => $"{bundle.Name} names {code}")).ShouldBeEmpty();

    [Fact]
    public void Every_expectation_says_what_the_bundle_is_for()
    {
        Corpus.Sound.Where(bundle => bundle.Expected.Verdict != "certified" || bundle.Expected.Shows.Length == 0).Select(bundle => bundle.Name).ShouldBeEmpty();
        Corpus.Defective.Where(bundle => bundle.Expected.Verdict != "refused" || bundle.Expected.Change.Length == 0 || bundle.Expected.Codes.Count == 0)
            .Select(bundle => bundle.Name).ShouldBeEmpty();
    }

    [Fact]
    public void Every_need_names_one_package() =>
        Corpus.Sound.SelectMany(bundle => bundle.Expected.Needs).Where(need => !Package().IsMatch(need.Value) || !Command().IsMatch(need.Key)).Select(need => $"{need}").ShouldBeEmpty();

    [Fact]
    public void Every_name_is_of_one_bundle() =>
        Corpus.Sound.Select(bundle => bundle.Name).Intersect(Corpus.Defective.Select(bundle => bundle.Name)).ShouldBeEmpty();

    [Fact]
    public void Every_sound_bundle_keeps_the_contract() =>
        Corpus.Sound.Select(bundle => BundleReader.Read(bundle.Folder).Manifest.Slug).ShouldBeUnique();

    [Fact]
    public void Every_defect_changes_something()
    {
        foreach (var bundle in Corpus.Defective)
        {
            var files = Path.Combine(bundle.Folder, "files");
            var laid = Directory.Exists(files) ? Directory.GetFiles(files, "*", SearchOption.AllDirectories) : [];
            var same = laid.Where(file => IsSame(file, Path.Combine(bundle.Base, Path.GetRelativePath(files, file))));
            same.ShouldBeEmpty($"{bundle.Name} lays over what the sound bundle has already");
            (laid.Length + bundle.Expected.Delete.Count).ShouldBePositive(bundle.Name);
        }
    }

    // As the set-up script reads them.
    [GeneratedRegex("^[a-z0-9][a-z0-9.+-]+$", RegexOptions.NonBacktracking)]
    private static partial Regex Package();

    [GeneratedRegex("^[A-Za-z0-9/._+-]+$", RegexOptions.NonBacktracking)]
    private static partial Regex Command();

    private static bool IsSame(string file, string other) =>
        File.Exists(other) && File.ReadAllBytes(file).AsSpan().SequenceEqual(File.ReadAllBytes(other)) && File.GetUnixFileMode(file) == File.GetUnixFileMode(other);
}
