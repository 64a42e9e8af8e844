using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text.Json;
using CourseGen.App.Authoring;
using CourseGen.App.Bundles;
using CourseGen.Runs;
using CourseGen.Testing;
using CourseGen.Tests.Verifying;
using Shouldly;
using Xunit;

namespace CourseGen.Tests.Authoring;

/// <summary>
/// The recorded authorings among the samples, in stacks that nothing here was written for: each goes from its brief
/// through its real failures and repairs to the end that it names.
/// </summary>
[Collection(RealSandbox.Collection)]
public sealed class RecordedSamplesTests(RealSandbox real)
{
    private const string Record = "COURSEGEN_APPROVE";
    private static readonly JsonSerializerOptions Readable = new(RunJson.Options) { WriteIndented = true };

    public static TheoryData<string> Samples() =>
        [.. Directory.EnumerateDirectories(Folder()).Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal).Where((_, index) => index % Thorough.Stride(2) == 0)];

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task A_recorded_authoring_ends_as_it_says(string sample)
    {
        var time = new ManualTime();
        using var data = new TestDatabase(time);
        var folder = Path.Combine(Folder(), sample);
        var studio = new Studio(data.Database, time, real.Engine, folder);

        var run = await studio.WorkAsync(PowerCut.Never());

        var state = await studio.StateAsync();
        var seen = new Expected(
            RunStatusNames.Of(run.Status), run.Gate ?? run.Signature, run.Sentence, await studio.EndingsAsync(), state.Digest!, state.CertifiedDigest is not null);
        if (Environment.GetEnvironmentVariable(Record) == "1") await KeepAsync(studio, Path.Combine(folder, "expected.json"), seen);
        var expected = RunJson.Read<Expected>(await File.ReadAllTextAsync(Path.Combine(folder, "expected.json"), TestContext.Current.CancellationToken));
        Text(seen).ShouldBe(Text(expected), (await studio.EventsAsync())[^2].Payload);
        if (!seen.Certified) return;
        // What was certified is what lies there, for anybody to certify again.
        state.CertifiedDigest.ShouldBe(seen.Digest);
        BundleReader.Read(folder).Digest.ShouldBe(seen.Digest);
    }

    [Fact]
    public async Task A_recorded_authoring_stops_at_its_ceiling_within_a_node_and_pays_for_nothing_twice()
    {
        var time = new ManualTime();
        using var data = new TestDatabase(time);
        var paid = new ConcurrentQueue<string>();
        var studio = new Studio(data.Database, time, real.Engine, Path.Combine(Folder(), "word-count"))
        {
            Setup = new("paid") { MaxCost = 0.02m, Price = PaidModel.CentAQuestion },
            Behind = model => new PaidModel(model, paid),
        };

        var blocked = await studio.WorkAsync(PowerCut.Never());

        (blocked.Status, blocked.Signature, paid.Count).ShouldBe((RunStatus.Blocked, AuthoringCode.CeilingReached, 2));
        blocked.Sentence.ShouldBe("The run has used 0.02 of the 0.02 that it may spend on models. Resume the run to allow as much again, or cancel it.");
        (await studio.EndingsAsync()).ShouldBe(["planning passed", "authoring_runtime failed ceiling_reached"]);

        await studio.Desk().ResumeAsync(blocked.Id, "ada", TestContext.Current.CancellationToken);
        var run = await studio.WorkAsync(PowerCut.Never());

        (run.Status, run.Signature).ShouldBe((RunStatus.Blocked, AuthoringCode.NoMaterialChange));
        paid.ShouldBe(
        [
            "role planning, subject course, attempt 1", "role authoring_runtime.reference, subject course, attempt 1",
            "role authoring_runtime.starter, subject course, attempt 1", "role authoring_repair, subject course, attempt 1",
        ]);
    }

    private static async Task KeepAsync(Studio studio, string file, Expected seen)
    {
        if (seen.Certified) await studio.RecordAsync();
        await File.WriteAllTextAsync(file, Text(seen) + "\n");
    }

    private static string Text(Expected ending) => JsonSerializer.Serialize(ending, Readable);

    private static string Folder([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../../samples/authoring"));

    /// <summary>How a recorded authoring ends.</summary>
    /// <param name="Outcome">The run's status.</param>
    /// <param name="At">The gate it waits at, or the signature it is blocked with.</param>
    /// <param name="Nodes">How each node ended, in order.</param>
    /// <param name="Digest">Of the draft.</param>
    private sealed record Expected(string Outcome, string? At, string? Sentence, IReadOnlyList<string> Nodes, string Digest, bool Certified);
}
