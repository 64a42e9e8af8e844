using CourseGen.Cli.Grading;
using CourseGen.Cli.Inputs;
using CourseGen.Cli.Showing;
using CourseGen.Domain.Bundles;
using CourseGen.Domain.Content;
using CourseGen.Domain.Learning;
using CourseGen.Domain.Verdicts;
using CourseGen.Tests.EvidenceForms;
using Shouldly;
using Xunit;

namespace CourseGen.Tests.Cli;

/// <summary>What a person sees, letter by letter.</summary>
public sealed class ScreenTests
{
    private static readonly OutputFiles NoFiles = new(null, null);

    [Fact]
    public void A_certified_course_fits_on_one_screen() =>
        Approved.Match("certify-sound.txt", Shown(screen => CertifyScreen.Show(screen, EvidenceSamples.Sound(), NoFiles)));

    [Fact]
    public void A_refused_course_says_what_to_change() =>
        Approved.Match("certify-refused.txt", Shown(screen => CertifyScreen.Show(screen, EvidenceSamples.Refused(), NoFiles)));

    [Fact]
    public void A_course_whose_mutants_survive_shows_them() =>
        Approved.Match("certify-survivors.txt", Shown(screen => CertifyScreen.Show(screen, EvidenceSamples.Survived(), NoFiles)));

    [Fact]
    public void A_scorecard_shows_what_is_at_hand_and_no_more_of_hidden_checks_than_title_and_hint() =>
        Approved.Match("grade.txt", Shown(screen => GradeScreen.Show(screen, HalfWay())));

    [Fact]
    public void Nothing_from_outside_moves_the_cursor_or_becomes_a_style()
    {
        var shown = Shown(screen => CertifyScreen.Show(screen, EvidenceSamples.Hostile("\u001b[2J\u009b1m\u202e[red]x[/] [[ \b\r"), NoFiles));
        shown.Where(one => char.IsControl(one) && one != '\n').ShouldBeEmpty();
        shown.ShouldNotContain("\u202e");
        shown.ShouldContain("[red]x[/] [[");
    }

    private static GradedWorkspace HalfWay()
    {
        var bundle = new Bundle("", EvidenceSamples.Manifest, [], FileTree.Empty);
        SuiteResult[] results =
        [
            Result("keep", SuiteKind.Visible, 2, 2), Result("keep", SuiteKind.Hidden, 1, 3),
            Result("list", SuiteKind.Visible, 1, 2) with { ProgramLimit = new("memory", "suite list/visible", "64 MiB", "64 MiB") },
            Result("list", SuiteKind.Hidden, 0, 3),
        ];
        var card = ScorecardRules.Of(EvidenceSamples.Manifest, results, []).ShouldBeOfType<Grade.Given>().Scorecard;
        return new(bundle, new("bubblewrap", "0.8.0", null, []), card, ["Changed outside the files of the deliverables: notes.txt."]);
    }

    private static SuiteResult Result(string deliverable, SuiteKind kind, int passed, int of) => new(
        new(deliverable, kind), new SuiteEnding.Completed(),
        [.. Enumerable.Range(1, of).Select(number => new CheckResult(
            $"secret_{number}", $"It does thing {number}", number <= passed ? CheckStatus.Passed : CheckStatus.Failed,
            $"sent:     thing {number}\nexpected: done", ["actual:   nothing", "hint: do the thing"]))],
        [], RunCost.Zero, "", false);

    private static string Shown(Action<Screen> show)
    {
        using var results = new StringWriter { NewLine = "\n" };
        show(Screen.OfText(results, TextWriter.Null));
        return results.ToString();
    }
}
