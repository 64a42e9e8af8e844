using CourseGen.App.Verifying;
using CourseGen.Domain.Bundles;
using CourseGen.Domain.Verdicts;
using CourseGen.Testing;
using Shouldly;
using Xunit;

namespace CourseGen.Tests.Verifying;

/// <summary>A second certification runs what a change concerns and nothing else.</summary>
[Collection(RealSandbox.Collection)]
public sealed class KeptCellsTests(RealSandbox real) : IDisposable
{
    private readonly TinyBundle _tiny = new();
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("coursegen-kept-");
    private readonly ManualTime _time = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nothing_changed_nothing_is_run_again_and_the_evidence_is_the_same()
    {
        var first = await CertifyAsync();
        var second = await CertifyAsync();

        first.Reused.ShouldBe(0);
        second.Matrix.Cells.SelectMany(cell => cell.Runs).ShouldAllBe(run => run.Reused);
        second.Mutation.Reused.ShouldBeGreaterThan(10);
        Verdicts(second).ShouldBe(Verdicts(first));
        second.Mutation.Outcomes.Select(one => $"{one.Mutant.Id} {one.Fate}").ShouldBe(first.Mutation.Outcomes.Select(one => $"{one.Mutant.Id} {one.Fate}"));
        EvidenceJson.NotesOf(second).ShouldContain(note => note.Contains("--fresh"));
    }

    [Fact]
    public async Task A_change_of_one_suite_runs_that_suite_again_and_no_other()
    {
        await CertifyAsync();
        _tiny.Append(TinyBundle.Hidden, "# changed\n");

        var second = await CertifyAsync();

        second.Matrix.Cells.Where(cell => cell.Target.Suite.Kind == SuiteKind.Visible).SelectMany(cell => cell.Runs).ShouldAllBe(run => run.Reused);
        second.Matrix.Cells.Where(cell => cell.Target.Suite.Kind == SuiteKind.Hidden).SelectMany(cell => cell.Runs).ShouldAllBe(run => !run.Reused);
        second.Mutation.Reused.ShouldBe(0);
    }

    [Fact]
    public async Task A_change_of_one_variant_runs_that_variant_again_and_no_other()
    {
        await CertifyAsync();
        _tiny.Append("variants/naive-octal/files/add.sh", "# changed\n");

        var second = await CertifyAsync();

        second.Matrix.Cells.Where(cell => cell.Runs.Any(run => !run.Reused)).Select(cell => cell.Row.Name).Distinct().ShouldBe(["naive-octal"]);
    }

    [Theory]
    [InlineData("fresh")]
    [InlineData("other programs on the machine")]
    [InlineData("two weeks later")]
    public async Task Results_that_may_not_be_used_are_not(string why)
    {
        await CertifyAsync();
        if (why == "two weeks later") _time.Advance(TimeSpan.FromDays(15));

        var second = await CertifyAsync(fresh: why == "fresh", toolchain: why == "other programs on the machine" ? "new" : "old");

        second.Reused.ShouldBe(0);
    }

    [Fact]
    public async Task A_result_that_was_cut_short_is_run_again()
    {
        await CertifyAsync();
        foreach (var file in _folder.EnumerateFiles("*.json", SearchOption.AllDirectories))
        {
            await File.WriteAllTextAsync(file.FullName, "{\"suite\":", Stop);
            file.LastWriteTimeUtc = _time.GetUtcNow().UtcDateTime;
        }

        var second = await CertifyAsync();

        second.Reused.ShouldBe(0);
        second.Certified.ShouldBeTrue();
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_costs_time_and_nothing_else()
    {
        var place = Path.Combine(_folder.FullName, "file");
        await File.WriteAllTextAsync(place, "", Stop);
        var kept = new KeptCells(Path.Combine(place, "cells"), "old", fresh: false, _time);

        var evidence = await new Certifier(real.Remembering, new MarkedIds(), kept).CertifyAsync(_tiny.Read(), new(1, 2), null, Stop);

        evidence.Certified.ShouldBeTrue();
        kept.Trouble.ShouldNotBeNull();
    }

    public void Dispose()
    {
        _tiny.Dispose();
        _folder.Delete(recursive: true);
    }

    private Task<Evidence> CertifyAsync(bool fresh = false, string toolchain = "old") =>
        new Certifier(real.Remembering, new MarkedIds(), new KeptCells(_folder.FullName, toolchain, fresh, _time))
            .CertifyAsync(_tiny.Read(), new(1, CertifyOptions.DefaultJobs) { Seed = 5 }, null, Stop);

    private static IEnumerable<string> Verdicts(Evidence evidence) => evidence.Matrix.Cells.SelectMany(cell => cell.Runs.Select(run => $"{cell.Row.Name} {run.Suite} {run.Ending.Code} {string.Join(',', run.Checks.Select(check => check.Status))}"));
}
