using CourseGen.App.Verifying;
using CourseGen.App.Verifying.Forgers;
using CourseGen.Domain.Bundles;
using CourseGen.Domain.Verdicts;
using CourseGen.Sandbox;
using CourseGen.Testing;
using Shouldly;
using Xunit;

namespace CourseGen.Tests.Verifying;

/// <summary>
/// Bundles that are certified or refused by what they really do in the real sandbox. Each refused one is the sound
/// bundle with one thing changed, and is refused for exactly the reasons that follow from the change.
/// </summary>
[Collection(RealSandbox.Collection)]
public sealed class CertifyTests(RealSandbox real) : IDisposable
{
    // The forgers, the untouched starter and the bugs say nothing new about a suite that never ends, and each costs its limit.
    private static readonly HashSet<RowRole> Few = [RowRole.Reference, RowRole.Partial, RowRole.Naive];

    private readonly TinyBundle _tiny = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _tiny.Dispose();

    [Fact]
    public async Task The_sound_bundle_is_certified()
    {
        var bundle = _tiny.Read();

        var evidence = await CertifyAsync(real.Engine);

        Show(evidence).ShouldBeEmpty();
        evidence.Certified.ShouldBeTrue();
        evidence.Digest.ShouldBe(bundle.Digest);
        evidence.Engine.Name.ShouldBe("bubblewrap");
        evidence.Matrix.Cells.Count.ShouldBe(22);
        evidence.Matrix.Cells.ShouldAllBe(cell => cell.AsExpected);
        evidence.Roster.Of(new("add", SuiteKind.Hidden))!.Select(entry => entry.Id).ShouldBe(["adds_large", "adds_leading_zeros", "adds_negative", "adds_negative_zeros", "adds_negative_to_zero"]);
        var starter = evidence.Matrix.Find(MatrixPlan.StarterRow, new("add", SuiteKind.Visible))!.First;
        starter.Checks.Select(check => check.Message).ShouldContain("add.sh 2 3 said 'not yet' and should say '5'");
        starter.InProcess.ShouldBeFalse();
        NothingIsLeft();
    }

    [Fact]
    public async Task Most_mutants_of_a_sound_course_are_killed_and_the_same_seed_draws_them_again()
    {
        var evidence = await CertifyAsync(real.Remembering, seed: 5);
        var again = await CertifyAsync(real.Remembering, seed: 5);

        Show(evidence).ShouldBeEmpty();
        evidence.Mutation.NotRun.ShouldBeEmpty();
        evidence.Mutation.Count(MutantFate.Killed).ShouldBeGreaterThan(10);
        evidence.Mutation.Score!.Value.ShouldBeGreaterThanOrEqualTo(0.9);
        again.Mutation.Outcomes.Select(one => $"{one.Mutant.Id} {one.Fate} {one.KilledBy}").ShouldBe(evidence.Mutation.Outcomes.Select(one => $"{one.Mutant.Id} {one.Fate} {one.KilledBy}"));
        NothingIsLeft();
    }

    [Fact]
    public async Task Mutants_that_survive_refuse_the_bundle_until_the_author_answers_for_them()
    {
        _tiny.Without(TinyBundle.Hidden, "check adds_negative_zeros").Without(TinyBundle.Hidden, "check adds_negative_to_zero");
        var evidence = await CertifyAsync(real.Remembering, seed: 5);

        Codes(evidence).ShouldBe([FindingCode.MutantsSurvive], Show(evidence));
        var survivors = evidence.Mutation.Of(MutantFate.Survived);
        survivors.ShouldContain(one => one.Mutant.Diff.Contains("-        -*) sign=-"));
        survivors.ShouldAllBe(one => one.Promises.Count == 1);

        var named = survivors.Select(one => $"    - {{ file: {one.Mutant.File}, id: '{one.Mutant.Id}', why: it does the same }}\n");
        _tiny.Change(TinyBundle.Manifest, "  max: 60\n", $"  max: 60\n  equivalent:\n{string.Concat(named)}");
        var answered = await CertifyAsync(real.Remembering, seed: 5);
        Show(answered).ShouldBeEmpty();
        answered.Mutation.Count(MutantFate.Acknowledged).ShouldBe(survivors.Count);
        answered.Mutation.Count(MutantFate.Survived).ShouldBe(0);
    }

    [Fact]
    public async Task A_mutant_that_is_called_equivalent_and_is_killed_is_told_to_the_author()
    {
        var killed = (await CertifyAsync(real.Remembering, seed: 5)).Mutation.Of(MutantFate.Killed)[0].Mutant;
        _tiny.Change(TinyBundle.Manifest, "  max: 60\n", $"  max: 60\n  equivalent:\n    - {{ file: add.sh, id: '{killed.Id}', why: I think so }}\n    - {{ file: add.sh, id: '000000000000', why: nobody knows }}\n");

        var evidence = await CertifyAsync(real.Remembering, seed: 5);

        evidence.Mutation.Outcomes.Single(one => one.Mutant.Id == killed.Id).Fate.ShouldBe(MutantFate.Killed);
        evidence.Notes.ShouldContain($"mutation.equivalent names {killed.Id} of add.sh, which add/hidden kills: it is not equivalent.");
        evidence.Notes.ShouldContain("mutation.equivalent names 000000000000 of add.sh, which is not among the mutants of this seed.");
    }

    [Fact]
    public Task A_weakened_hidden_suite_is_refused() => RefusedAsync(
        _tiny.Without(TinyBundle.Hidden, "check adds_leading_zeros").Without(TinyBundle.Hidden, "check adds_negative"),
        FindingCode.NaivePassesHidden, FindingCode.BuggyPasses, FindingCode.PromiseUntested);

    [Fact]
    public Task A_starter_that_solves_the_course_is_refused() => RefusedAsync(
        _tiny.Write(TinyBundle.StarterProgram, _tiny.TextOf(TinyBundle.ReferenceProgram)),
        // The forger that adds links to the starter gets the starter's pass.
        FindingCode.StarterPassesVisible, FindingCode.StarterPassesHidden, FindingCode.PartialNoProgress, FindingCode.ForgedPass);

    [Fact]
    public Task A_starter_that_only_crashes_is_refused() => RefusedAsync(
        _tiny.Append(TinyBundle.StarterProgram, "exit 3\n"), FindingCode.StarterFailsByCrash);

    [Fact]
    public Task A_reference_that_is_wrong_is_refused() => RefusedAsync(
        _tiny.Change(TinyBundle.ReferenceProgram, AddNumbers.StripZeros, ""), FindingCode.ReferenceFails);

    [Fact]
    public async Task A_missing_toolchain_is_refused_with_what_install_printed()
    {
        var evidence = await RefusedAsync(_tiny.Append(TinyBundle.Install, "no-such-compiler --version\n"), FindingCode.InstallFailed);

        evidence.Findings[0].Message.ShouldContain("no-such-compiler: not found");
        evidence.Findings[0].Evidence.Log.ShouldBe("ready\n/workspace/.coursegen/runtime/install.sh: 4: no-such-compiler: not found");
        evidence.Matrix.Cells.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_starter_that_does_not_compile_is_refused()
    {
        var evidence = await RefusedAsync(_tiny.Append(TinyBundle.StarterProgram, "if\n"), FindingCode.VerifyFailed);

        evidence.Findings[0].Evidence.Log.ShouldContain("add.sh");
        evidence.Matrix.Cells.ShouldBeEmpty();
    }

    [Fact]
    public Task A_protocol_that_nobody_wrote_is_refused_before_anything_runs() => RefusedAsync(
        _tiny.Delete(TinyBundle.Install).Write(TinyBundle.Verify, BundleTemplates.Unauthored), FindingCode.ProtocolNotAuthored);

    [Fact]
    public Task A_report_that_cannot_be_read_is_refused() => RefusedAsync(
        _tiny.Change(TinyBundle.Hidden, "{\"tests\":[%s]}", "{\"tests\":[%s]"),
        FindingCode.ReportMalformed);

    [Fact]
    public Task A_suite_that_ends_well_though_checks_failed_is_refused() => RefusedAsync(
        _tiny.Change(TinyBundle.Hidden, "exit \"$bad\"", "exit 0"),
        FindingCode.ReportMalformed);

    [Fact]
    public Task A_suite_that_writes_no_report_is_refused() => RefusedAsync(
        _tiny.Change(TinyBundle.Hidden, ">\"$COURSEGEN_REPORT\"", ">/dev/null"),
        FindingCode.ReportMalformed);

    [Fact]
    public Task A_suite_that_the_emptied_starter_passes_is_refused() => RefusedAsync(
        _tiny.Without(TinyBundle.Visible, "check adds_zero").Without(TinyBundle.Visible, "check adds_small")
            .Change(TinyBundle.Visible, "printf '{", "! grep -q 'not yet' add.sh || bad=1\nstatus=passed\n[ \"$bad\" = 0 ] || status=failed\ntests=\"{\\\"id\\\":\\\"wrote_something\\\",\\\"status\\\":\\\"$status\\\"}\"\nprintf '{"),
        // A forger that replaces the program has emptied it as well.
        FindingCode.EmptyPasses, FindingCode.ForgedPass);

    [Fact]
    public Task A_hidden_suite_that_adds_no_check_is_refused() => RefusedAsync(
        _tiny.Change(TinyBundle.Hidden, "check adds_large", "check adds_small").Change(TinyBundle.Hidden, "check adds_leading_zeros", "check adds_zero")
            .Without(TinyBundle.Hidden, "check adds_negative").Change(TinyBundle.Manifest, "adds_leading_zeros", "adds_zero"),
        FindingCode.BuggyPasses, FindingCode.HiddenEqualsVisible);

    [Theory]
    [InlineData("hangs", "sleep 1000\n")]
    [InlineData("hangs though it is asked to end", "trap '' TERM INT HUP\nwhile true; do sleep 1000; done\n")]
    [InlineData("writes without end", "yes\n")]
    public async Task A_suite_without_end_is_refused_and_its_box_is_gone(string how, string line)
    {
        _tiny.Change(TinyBundle.Manifest, "suite: 20s", "suite: 3s").Change(TinyBundle.Hidden, "tests=\"\"\n", line + "tests=\"\"\n");

        var evidence = await CertifyAsync(real.Engine, Few);

        Codes(evidence).ShouldBe([FindingCode.ReferenceFails, FindingCode.OverLimit], $"{how}\n{Show(evidence)}");
        NothingIsLeft();
    }

    [Fact]
    public async Task A_report_without_end_is_refused_at_the_disk_limit()
    {
        _tiny.Change(TinyBundle.Hidden, "tests=\"\"\n", "exec yes >\"$COURSEGEN_REPORT\"\n");

        var evidence = await CertifyAsync(real.Engine, Few);

        Codes(evidence).ShouldBe([FindingCode.ReferenceFails], Show(evidence));
        evidence.Findings[0].Message.ShouldContain("The disk limit of 256 MiB was reached during suite add/hidden");
        NothingIsLeft();
    }

    [Fact]
    public async Task A_suite_that_forks_without_end_is_refused_and_its_box_is_gone()
    {
        var evidence = await CertifyForkingAsync("f() { f | f & }; f; sleep 1000\n");

        // Whether the shell that the bomb starves goes on until its time is over is chance; that a limit was reached is not.
        Codes(evidence).ShouldContain(FindingCode.ReferenceFails, Show(evidence));
        evidence.Findings[0].Message.ShouldMatch("The (processes|time|cpu) limit of .* was reached during suite add/hidden");
        NothingIsLeft();
    }

    [Fact]
    public async Task A_program_that_forks_without_end_is_over_its_limit_and_its_box_is_gone()
    {
        var evidence = await CertifyForkingAsync("as-learner sh -c 'f() { f | f & }; f; sleep 1000'\n");

        Codes(evidence).ShouldContain(FindingCode.OverLimit, Show(evidence));
        NothingIsLeft();
    }

    [Theory]
    [InlineData("echo 'the port is taken' >&2; exit 1\n", "it ended with status 1: the port is taken")]
    [InlineData("sleep 1000\n", "did not answer /health on port 8099 with 2xx within 1 s")]
    public async Task A_server_that_does_not_boot_is_refused_and_its_box_is_gone(string server, string reason)
    {
        _tiny.Change(TinyBundle.Manifest, "surface: command", "surface: http").Change(TinyBundle.Manifest, "runtime:\n", "runtime:\n  port: 8099\n  health: /health\n")
            .Change(TinyBundle.Manifest, "boot: 2s", "boot: 1s").Write(TinyBundle.Run, "#!/bin/sh\n" + server);

        var evidence = await CertifyAsync(real.Engine, [.. Few, RowRole.Starter]);

        // What else would be found only waits for the same.
        Codes(evidence).ShouldBe([FindingCode.StarterDoesNotBoot], Show(evidence));
        evidence.Matrix.Cells.ShouldBeEmpty();
        evidence.Findings[0].Message.ShouldContain(reason);
        NothingIsLeft();
    }

    [Fact]
    public async Task A_suite_whose_verdict_changes_between_runs_is_refused()
    {
        Odd(TinyBundle.Visible);

        var evidence = await CertifyAsync(real.Engine, [RowRole.Reference], reruns: 2);

        // With the reference alone there is nothing that could show progress, a split, or a broken promise.
        Codes(evidence).ShouldBe([FindingCode.ReferenceFlaky, FindingCode.PartialNoProgress, FindingCode.NaiveMissing, FindingCode.PromiseUntested], Show(evidence));
        evidence.Findings[0].Evidence.Checks.ShouldBe(["is_odd"]);
    }

    [Fact]
    public async Task Where_the_first_runs_decide_nothing_is_run_again_unless_they_find_nothing()
    {
        var sound = await CertifyAsync(real.Remembering, reruns: 2, firstRunsDecide: true);
        _tiny.Change(TinyBundle.ReferenceProgram, AddNumbers.StripZeros, "");
        var refused = await CertifyAsync(real.Remembering, reruns: 2, firstRunsDecide: true);

        Show(sound).ShouldBeEmpty();
        sound.Matrix.Of(RowRole.Reference).ShouldAllBe(cell => cell.Runs.Count == 2);
        Codes(refused).ShouldBe([FindingCode.ReferenceFails], Show(refused));
        refused.Matrix.Of(RowRole.Reference).ShouldAllBe(cell => cell.Runs.Count == 1);
    }

    [Fact]
    public async Task A_suite_that_hangs_on_the_date_is_refused_with_the_check_and_the_run()
    {
        _tiny.Change(TinyBundle.Visible, "printf '{",
            "status=passed\n[ \"$(date +%d)\" = \"$(date -u +%d)\" ] || status=failed bad=1\ntests=\"$tests,{\\\"id\\\":\\\"is_today\\\",\\\"status\\\":\\\"$status\\\"}\"\nprintf '{");

        var evidence = await CertifyAsync(real.Engine, [RowRole.Reference], reruns: 2);

        evidence.Findings[0].Code.ShouldBe(FindingCode.ReferenceFlaky, Show(evidence));
        evidence.Findings[0].Message.ShouldStartWith(
            "add/visible does not always give the same verdict on 'reference': run 2 of 2 (deliverables in reverse order, another date) differs from the first in is_today.");
    }

    [Fact]
    public async Task Programs_that_the_protocol_builds_are_a_forgers_too()
    {
        _tiny.Append(TinyBundle.Verify, "cp add.sh sum && chmod +x sum && echo data >notes\n");
        var bundle = _tiny.Read();
        await using var bench = new Workbench(real.Remembering, bundle);

        var built = await BuiltPrograms.OfAsync(bench, Stop);

        built.ShouldBe(["sum"]);
        foreach (var forger in HarnessForgers.Names.Where(name => name != "harness-links"))
            HarnessForgers.Make(forger, bundle, bench.NewFolder(), built).RuntimeOverlay.Keys.ShouldContain("sum", forger);
    }

    [Fact]
    public async Task A_suite_whose_verdict_hangs_on_the_order_is_refused()
    {
        Odd(TinyBundle.Visible);

        var evidence = await CertifyAsync(real.Engine, [RowRole.Reference], reruns: 4);

        Codes(evidence).ShouldBe([FindingCode.OrderDependent, FindingCode.PartialNoProgress, FindingCode.NaiveMissing, FindingCode.PromiseUntested], Show(evidence));
    }

    // A check that passes on every other report's name. With one job, the runs are counted through in order.
    private void Odd(string suite) => _tiny.Change(suite, "printf '{",
        "status=passed\ncase $COURSEGEN_REPORT in *[02468]) status=failed bad=1 ;; esac\ntests=\"$tests,{\\\"id\\\":\\\"is_odd\\\",\\\"status\\\":\\\"$status\\\"}\"\nprintf '{");

    private async Task<Evidence> RefusedAsync(TinyBundle changed, params string[] codes)
    {
        changed.ShouldBeSameAs(_tiny);
        var evidence = await CertifyAsync(real.Remembering);
        Codes(evidence).ShouldBe(codes, Show(evidence));
        evidence.Certified.ShouldBeFalse();
        NothingIsLeft();
        return evidence;
    }

    private Task<Evidence> CertifyAsync(ISandbox sandbox, HashSet<RowRole>? rows = null, int reruns = 1, int? seed = null, bool firstRunsDecide = false)
    {
        var jobs = reruns == 1 || firstRunsDecide ? CertifyOptions.DefaultJobs : 1;
        var options = new CertifyOptions(reruns, jobs) { Rows = rows, Seed = seed, FirstRunsDecide = firstRunsDecide };
        return new Certifier(sandbox, new MarkedIds()).CertifyAsync(_tiny.Read(), options, null, Stop);
    }

    private static IEnumerable<string> Codes(Evidence evidence) => evidence.Findings.Select(finding => finding.Code).Distinct(StringComparer.Ordinal);

    /// <summary>Certifies with a hidden suite that begins with a fork bomb.</summary>
    private Task<Evidence> CertifyForkingAsync(string bomb)
    {
        _tiny.Change(TinyBundle.Manifest, "suite: 20s", "suite: 3s").Change(TinyBundle.Hidden, "tests=\"\"\n", bomb + "tests=\"\"\n");
        return CertifyAsync(real.Engine, Few);
    }

    private static string Show(Evidence evidence) => string.Join('\n', evidence.Findings.Select(finding => $"{finding.Code}: {finding.Message}"));

    private void NothingIsLeft() => real.Processes(MarkedIds.Mark).ShouldBeEmpty();
}
