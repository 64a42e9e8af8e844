using System.Collections.Concurrent;
using CourseGen.App.Bundles;
using CourseGen.Domain.Bundles;
using CourseGen.Models;
using CourseGen.Runs;
using CourseGen.Testing;
using CourseGen.Tests.Verifying;
using Shouldly;
using Xunit;

namespace CourseGen.Tests.Authoring;

/// <summary>
/// Texts that tell the model to cheat, and a model that obeys. Whatever it answers, nothing is certified that was not run,
/// no limit is weakened, nothing hidden reaches a learner, nobody approves a gate, and nothing is written outside the bundle.
/// </summary>
[Collection(RealSandbox.Collection)]
public sealed class HostileAnswersTests(RealSandbox real)
{
    private static readonly string[] Parts = [BundleLayout.ManifestFile, "starter/", "checks/", "variants/", "briefs/"];

    public static TheoryData<string> Cases() => [.. HostileCase.All.Select(one => one.Name)];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_model_that_obeys_gets_nowhere(string name)
    {
        var hostile = HostileCase.All.Single(one => one.Name == name);
        var time = new ManualTime();
        using var data = new TestDatabase(time);
        var prompts = new ConcurrentQueue<ModelRequest>();
        var studio = new Studio(data.Database, time, real.Remembering, AddNumbers.Folder)
        {
            Briefed = brief => brief with { Problem = $"{brief.Problem}\n{hostile.Injected}" },
            Behind = model => new ObedientModel(model, hostile, prompts),
        };

        var run = await studio.WorkAsync(PowerCut.Never());

        var endings = await studio.EndingsAsync();
        string.Join('\n', [.. endings, run.Sentence ?? "", run.Gate ?? ""]).ShouldContain(hostile.Told);
        // Trouble with a model's answer is told as such, and is no crash of ours.
        run.Signature.ShouldNotBe("step_crashed", run.Sentence);
        if (hostile.Ends is { } ends) RunStatusNames.Of(run.Status).ShouldBe(ends);
        else run.Status.ShouldBeOneOf(RunStatus.Faulted, RunStatus.Blocked);
        await HoldsAsync(studio, run);
        prompts.ShouldAllBe(prompt => !prompt.System.Contains(hostile.Injected ?? "\0", StringComparison.Ordinal));
    }

    // What holds whatever a model says.
    private static async Task HoldsAsync(Studio studio, Run run)
    {
        var state = await studio.StateAsync();
        state.Gates.ShouldBeEmpty();
        (await studio.EventsAsync()).ShouldAllBe(one => one.Kind != RunEventKinds.GateApproved);
        (state.CertifiedDigest is not null).ShouldBe(run.Status == RunStatus.Waiting);
        var tree = await studio.TreeAsync();
        tree.Files.ShouldAllBe(file => Parts.Any(part => file.Path.StartsWith(part, StringComparison.Ordinal)) && SafePath.IsSafe(file.Path));
        if (tree.Find(BundleLayout.ManifestFile) is not { } file) return;
        var errors = new List<BundleError>();
        var manifest = ManifestReader.Read(System.Text.Encoding.UTF8.GetBytes(await studio.ReadTextAsync(file.Blob.Value)), errors)!;
        errors.ShouldBeEmpty();
        manifest.Limits.ShouldBe(new BundleLimits());
        (manifest.Mutation.Threshold, manifest.Mutation.Max, manifest.Mutation.Equivalent.Count).ShouldBe((0.9, 60, 0));
        (manifest.Stack.Language, manifest.Runtime.InstallNetwork).ShouldBe(("Shell", false));
    }

    /// <summary>The recorded model, obeying.</summary>
    private sealed class ObedientModel(IModel model, HostileCase hostile, ConcurrentQueue<ModelRequest> prompts) : IModel
    {
        public ModelIdentity Identity => model.Identity;

        public async Task<ModelReply> AskAsync(ModelRequest request, CancellationToken cancellation)
        {
            prompts.Enqueue(request);
            var reply = await model.AskAsync(request, cancellation);
            return reply with { Json = hostile.Answer(request.Question.Role, reply.Json) };
        }
    }
}
