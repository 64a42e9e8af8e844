using CourseGen.App.Authoring;
using CourseGen.App.Bundles;
using CourseGen.Runs;
using CourseGen.Testing;
using CourseGen.Tests.Verifying;
using Shouldly;
using Xunit;

namespace CourseGen.Tests.Authoring;

/// <summary>
/// A tiny course is authored from recorded answers, with the real sandbox: its first verify.sh fails, and its first
/// hidden suite lets a bug through. Both are really found and really repaired.
/// </summary>
[Collection(RealSandbox.Collection)]
public sealed class RecordedRunTests(RealSandbox real)
{
    private const string Record = "COURSEGEN_APPROVE";

    [Fact]
    public async Task A_recorded_authoring_repairs_what_fails_and_waits_at_the_first_gate()
    {
        var time = new ManualTime();
        using var data = new TestDatabase(time);
        var studio = new Studio(data.Database, time, real.Remembering, AddNumbers.Folder);

        var run = await studio.WorkAsync(PowerCut.Never());

        var events = await studio.EventsAsync();
        run.Status.ShouldBe(RunStatus.Waiting, $"{run.Sentence}\n{events[^2].Payload}");
        run.Gate.ShouldBe(AuthoringGates.SpecReview);
        (await studio.EndingsAsync()).ShouldBe(
        [
            "planning passed", "authoring_runtime failed verify_failed reference_not_runnable", "authoring_repair passed", "authoring_runtime passed",
            "authoring_tests passed", "reviewer_runtime passed", "reviewer_code passed", "reviewer_pedagogy passed",
            "reviewer_tests failed buggy_passes", "reviewer_repair passed", "reviewer_tests passed",
        ]);
        studio.Asked.ShouldBe(await studio.AnsweredAsync());
        studio.Asked.Distinct().Count().ShouldBe(studio.Asked.Count);
        if (Environment.GetEnvironmentVariable(Record) == "1") await studio.RecordAsync();
        var state = await studio.StateAsync();
        state.Digest.ShouldBe(BundleReader.Read(AddNumbers.Folder).Digest);
        state.CertifiedDigest.ShouldBe(state.Digest);
        (await studio.ReadTextAsync(state.Evidence!)).ShouldContain("\"certified\"");
    }
}
