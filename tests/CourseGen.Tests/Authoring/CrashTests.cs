using CourseGen.App.Authoring;
using CourseGen.Runs;
using CourseGen.Testing;
using CourseGen.Tests.Verifying;
using Shouldly;
using Xunit;

namespace CourseGen.Tests.Authoring;

/// <summary>
/// The power is cut before or after an effect of the recorded authoring; the restarted run ends as the calm one did. All
/// lives share what the sandbox has shown once, because executing it again for every cut would take hours.
/// </summary>
[Collection(RealSandbox.Collection)]
public sealed class CrashTests(RealSandbox real)
{
    /// <summary>Every how many draws the power is cut. Prime, so that the cuts fall before and after effects alike.</summary>
    private static readonly int Stride = Thorough.Stride(29);

    /// <param name="database">The store; the two take turns at the draws.</param>
    /// <param name="first">The first draw of this store.</param>
    [Theory]
    [InlineData(TestStore.Sqlite, 1)]
    [InlineData(TestStore.Postgres, 7)]
    public async Task Wherever_the_power_is_cut_the_authored_course_is_the_calm_one(string database, int first)
    {
        var calm = await LiveAsync(database, PowerCut.Never());
        calm.Gate.ShouldBe(AuthoringGates.SpecReview);

        var lives = 0;
        for (var draw = first; ; draw += Stride)
        {
            var cut = PowerCut.At(draw);
            var life = await LiveAsync(database, cut);
            if (!cut.HasFired) break;
            lives++;
            life.AskedThoughRecorded.ShouldBeEmpty($"after a cut at draw {draw}");
            life.Asked.ShouldBeLessThanOrEqualTo(calm.Asked + 1, $"after a cut at draw {draw}");
            (life with { Asked = calm.Asked }).ShouldBeEquivalentTo(calm, $"after a cut at draw {draw}");
        }

        lives.ShouldBeGreaterThan(100 / Stride);
        TestContext.Current.TestOutputHelper?.WriteLine($"{lives} cuts, {real.Remembering.Commands} commands really run.");
    }

    private async Task<Outcome> LiveAsync(string database, PowerCut cut)
    {
        var time = new ManualTime();
        await using var data = await TestStore.OpenAsync(database, time);
        var studio = new Studio(data.Database, time, real.Remembering, AddNumbers.Folder);
        IReadOnlyList<string> recorded = [];
        var asked = 0;
        Run run;
        try
        {
            run = await studio.WorkAsync(cut);
        }
        catch (PowerCutException)
        {
            recorded = await studio.AnsweredAsync();
            asked = studio.Asked.Count;
            run = await studio.RestartAsync();
        }

        var events = await studio.EventsAsync();
        var state = await studio.StateAsync();
        return new(
            run.Status, run.Gate, run.Attempt, run.LeaseOwner, state.Digest, state.CertifiedDigest, state.Passed, state.Visits,
            [.. events.Where(Told).Select(one => $"{one.Kind} {one.Step} {one.Attempt}")], await studio.AnsweredAsync(),
            studio.Asked.Count, [.. studio.Asked.Skip(asked).Intersect(recorded)]);
    }

    // Taking over is told only after a crash, and what a step says on its way is said again when the step is repeated.
    private static bool Told(RunEvent one) =>
        one.Kind is not (RunEventKinds.RunTakenOver or AuthoringEvents.NodeSaid or AuthoringEvents.ModelAnswered);

    private sealed record Outcome(
        RunStatus Status, string? Gate, int Attempt, string? LeaseOwner, string? Digest, string? CertifiedDigest, IReadOnlyList<string> Passed,
        IReadOnlyDictionary<string, int> Visits, IReadOnlyList<string> Events, IReadOnlyList<string> Answered, int Asked, IReadOnlyList<string> AskedThoughRecorded);
}
