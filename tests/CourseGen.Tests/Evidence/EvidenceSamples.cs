using CourseGen.Domain.Bundles;
using CourseGen.Domain.Verdicts;

namespace CourseGen.Tests.EvidenceForms;

/// <summary>Evidence made by hand, so that its forms can be compared letter by letter.</summary>
internal static class EvidenceSamples
{
    private const long Mebibyte = 1024 * 1024;

    public static readonly Manifest Manifest = new()
    {
        Slug = "tiny-notes",
        Title = "Build a note keeper",
        Summary = "Two small steps to a program that keeps notes.",
        Surface = Surface.Command,
        Stack = new("C", "17", "none", "none", "none", "none"),
        Runtime = new(0, "", false),
        Deliverables =
        [
            new("keep", "Keep a note", ["src/*"], [new("kept", "A note that was kept is found again", ["keeps_note", "keeps_empty_note"])], ReportKind.CourseGen, ReportKind.JUnit),
            new("list", "List the notes", ["src/*"], [new("sorted", "Notes come in the order in which they were kept", ["in_order"])], ReportKind.Tap, ReportKind.Tap),
        ],
    };

    public static Evidence Sound() => Of([]);

    /// <summary>The hidden suites are weaker than the course asks.</summary>
    public static Evidence Survived()
    {
        MutantOutcome[] more = [Outcome("c0ffee123456", MutantKind.LineOut, 12, MutantFate.Survived), Outcome("badc0de12345", MutantKind.TokenSwapped, 20, MutantFate.Survived)];
        var mutation = Sound().Mutation;
        mutation = mutation with { Outcomes = [.. mutation.Outcomes, .. more] };
        return Of([.. MutationRules.Apply(mutation)]) with { Mutation = mutation };
    }

    /// <summary>A naive solution gets through, and the reference needs too much memory.</summary>
    public static Evidence Refused()
    {
        var passing = Cell("naive-first-only", RowRole.Naive, "list", SuiteKind.Hidden, Expected.Fail, 3, 3);
        var finding = Finding.About(
            FindingCode.NaivePassesHidden, passing.First, "naive-first-only",
            "The naive solution 'naive-first-only' passes list/hidden: a wrong solution would be accepted.",
            "Add a hidden check for what the naive solution gets wrong.", passing.First.PassedIds);
        var general = new Finding(
            FindingCode.ReadmeBroken, null, null, "starter/README.md names tools/run.sh, which is not there.", "Add the file, or do not name it.", FindingEvidence.None);
        return Of([finding, general]) with
        {
            Matrix = new([.. Sound().Matrix.Cells.Select(cell => cell.Row.Role == RowRole.Naive && cell.Target.Suite == passing.Target.Suite ? passing : cell)]),
            Engine = new("bubblewrap", "0.8.0", null, ["memory limit"]),
        };
    }

    /// <summary>Sound evidence in which every text that comes from outside is this one.</summary>
    public static Evidence Hostile(string text)
    {
        var manifest = Manifest with
        {
            Title = text,
            Summary = text,
            Stack = new(text, text, text, text, text, text),
            Deliverables = [.. Manifest.Deliverables.Select(one => one with { Title = text, Promises = [new(text, text, [text])] })],
        };
        var check = new CheckResult(text, text, CheckStatus.Failed, text, [text]);
        var result = new SuiteResult(new("keep", SuiteKind.Visible), new SuiteEnding.ReportMalformed(text), [check], [text], RunCost.Zero, text, false);
        var row = new MatrixRow(text, RowRole.Buggy, "keep", [text], [new(result.Suite, Expected.Any)], 1);
        var finding = Finding.About(FindingCode.BuggyPasses, result, text, text, text, [text]) with { Deliverable = text };
        return Of([finding]) with
        {
            Manifest = manifest,
            Matrix = new([new(row, row.Targets[0], [result])]),
            Roster = new(new Dictionary<SuiteId, IReadOnlyList<RosterEntry>> { [result.Suite] = [new(text, text)] }),
            Engine = new(text, text, text, [text]),
            Notes = [text],
            Mutation = new(1, 0.9, 1, [new(new(text, MutantKind.LineOut, text, 1, text), MutantFate.Survived, null, [text], ""), new(new("b", MutantKind.LineOut, text, 1, text), MutantFate.Acknowledged, null, [], text)], ""),
        };
    }

    private static Mutation Mutants() => new(7, 0.8, 40,
    [
        Outcome("1a2b3c4d5e6f", MutantKind.TokenSwapped, 3, MutantFate.Killed), Outcome("2a2b3c4d5e6f", MutantKind.LineOut, 4, MutantFate.Killed),
        Outcome("3a2b3c4d5e6f", MutantKind.HunkIn, 5, MutantFate.Killed), Outcome("4a2b3c4d5e6f", MutantKind.HunkOut, 6, MutantFate.Stillborn),
        Outcome("5a2b3c4d5e6f", MutantKind.LinesExchanged, 8, MutantFate.Acknowledged), Outcome("6a2b3c4d5e6f", MutantKind.LineOut, 9, MutantFate.Killed),
        Outcome("7a2b3c4d5e6f", MutantKind.TokenSwapped, 10, MutantFate.Survived),
    ],
    "");

    private static MutantOutcome Outcome(string id, MutantKind kind, int line, MutantFate fate) => new(
        new(id, kind, "src/keep.c", line, $"--- reference/src/keep.c\n+++ mutant/src/keep.c\n@@ -{line},2 +{line},2 @@\n keep(note);\n-if (count < 1)\n+if (count <= 1)"),
        fate, fate == MutantFate.Killed ? new("keep", SuiteKind.Hidden) : null, fate == MutantFate.Survived && line < 15 ? ["kept"] : [],
        fate == MutantFate.Acknowledged ? "The two lines do not touch each other." : "");

    private static Evidence Of(IReadOnlyList<Finding> findings) => new()
    {
        Manifest = Manifest,
        Digest = "2f1c0a77d3a3b1a1b52f10b0a3f1c0d9e8f7a6b5c4d3e2f1a0b9c8d7e6f5a4b3",
        Engine = new("bubblewrap", "0.8.0", null, []),
        Findings = findings,
        Matrix = new([.. Cells()]),
        Roster = Roster.From(Cells().Where(cell => cell.Row.Role == RowRole.Reference).Select(cell => cell.First)),
        Mutation = Mutants(),
        Notes = ["keep/visible is in-process, forgeable: it loads the learner's code into its own process."],
        Timings = new Dictionary<string, TimeSpan>(StringComparer.Ordinal)
        {
            ["prepare"] = TimeSpan.FromMilliseconds(1_200),
            ["matrix"] = TimeSpan.FromMilliseconds(7_450),
            ["total"] = TimeSpan.FromMilliseconds(8_650),
        },
    };

    private static IEnumerable<MatrixCell> Cells() =>
    [
        .. Row("starter", RowRole.Starter, [0, 0, 0, 0]),
        .. Row("empty", RowRole.Empty, [0, 0, 0, 0]),
        .. Row("reference", RowRole.Reference, [2, 3, 2, 3], Expected.Pass),
        Cell("milestone-keep", RowRole.Milestone, "keep", SuiteKind.Visible, Expected.Pass, 2, 2),
        Cell("milestone-keep", RowRole.Milestone, "keep", SuiteKind.Hidden, Expected.Pass, 3, 3),
        Cell("milestone-keep", RowRole.Milestone, "list", SuiteKind.Visible, Expected.Any, 0, 2),
        Cell("milestone-keep", RowRole.Milestone, "list", SuiteKind.Hidden, Expected.Fail, 0, 3),
        Cell("partial-keep", RowRole.Partial, "keep", SuiteKind.Visible, Expected.Any, 1, 2),
        Cell("partial-keep", RowRole.Partial, "keep", SuiteKind.Hidden, Expected.Fail, 1, 3),
        Cell("naive-first-only", RowRole.Naive, "list", SuiteKind.Visible, Expected.Pass, 2, 2),
        Cell("naive-first-only", RowRole.Naive, "list", SuiteKind.Hidden, Expected.Fail, 2, 3),
        Cell("buggy-forgets", RowRole.Buggy, "keep", SuiteKind.Visible, Expected.Any, 2, 2),
        Cell("buggy-forgets", RowRole.Buggy, "keep", SuiteKind.Hidden, Expected.Any, 2, 3, ["kept"]),
        .. Row("forger-kill", RowRole.Forger, [0, 0, 0, 0], Expected.Fail, new SuiteEnding.NotRunnable("verify", "it ended with status 1: nothing to build")),
    ];

    private static IEnumerable<MatrixCell> Row(string name, RowRole role, int[] passed, Expected expected = Expected.Fail, SuiteEnding? ending = null) =>
        Manifest.Suites.Select((suite, index) => Cell(name, role, suite.Deliverable, suite.Kind, expected, passed[index], suite.Kind == SuiteKind.Visible ? 2 : 3, ending: ending));

    private static MatrixCell Cell(
        string name, RowRole role, string deliverable, SuiteKind kind, Expected expected, int passed, int of, string[]? breaks = null, SuiteEnding? ending = null)
    {
        var suite = new SuiteId(deliverable, kind);
        var target = new MatrixTarget(suite, expected);
        var runs = role is RowRole.Starter or RowRole.Empty or RowRole.Forger ? 1 : 3;
        var row = new MatrixRow(name, role, role == RowRole.Reference ? null : deliverable, breaks ?? [], [target], runs);
        return new(row, target, [.. Enumerable.Repeat(Result(suite, passed, of, ending), runs)]);
    }

    private static SuiteResult Result(SuiteId suite, int passed, int of, SuiteEnding? ending)
    {
        string[] names = suite.Deliverable == "keep" ? ["keeps_note", "says_where", "keeps_empty_note"] : ["lists_all", "in_order", "lists_none"];
        var checks = names.Take(of).Select((id, index) => index < passed
            ? new CheckResult(id, $"It {id}", CheckStatus.Passed, "", [])
            : new CheckResult(id, $"It {id}", ending is null ? CheckStatus.Failed : CheckStatus.Missing, "sent 'note a', expected 'a', got nothing", ["hint: look at what the program prints"]));
        var cost = new RunCost(TimeSpan.Zero, TimeSpan.FromMilliseconds(240), TimeSpan.FromMilliseconds(60), 12 * Mebibyte, 4, 64 * 1024, 812);
        return new(suite, ending ?? new SuiteEnding.Completed(), [.. checks], [], cost, passed == of ? "" : "not ok 1 - keeps_note", false);
    }
}
