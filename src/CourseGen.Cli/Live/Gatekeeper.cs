using CourseGen.App.Authoring;
using CourseGen.Runs;
using Spectre.Console;

namespace CourseGen.Cli.Live;

/// <summary>
/// Decides at the gates of a run: as the person said beforehand, or by asking at a terminal. Otherwise the run waits.
/// </summary>
internal sealed class Gatekeeper(RunDesk desk, IAnsiConsole console)
{
    private static readonly IReadOnlyDictionary<string, string> Questions = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [AuthoringGates.SpecReview] = "Gate 1: are the plan, its deliverables and its promises what you want?",
        [AuthoringGates.ProgressionReview] = "Gate 2: do the deliverables build on each other as a learner needs?",
        [AuthoringGates.PrePublish] = "Gate 3: may this be published?",
    };

    /// <summary>Decides, or returns null when nobody can.</summary>
    public async Task<Run?> DecideAsync(Run run, bool approved, CancellationToken cancellation)
    {
        var gate = run.Gate!;
        if (approved) return await desk.DecideGateAsync(run.Id, new(gate, true, "approved beforehand", Environment.UserName), cancellation);
        if (!console.Profile.Capabilities.Interactive || Console.IsInputRedirected) return null;
        if (await new ConfirmationPrompt(Questions.GetValueOrDefault(gate, gate)).ShowAsync(console, cancellation))
            return await desk.DecideGateAsync(run.Id, new(gate, true, null, Environment.UserName), cancellation);
        var comment = await new TextPrompt<string>("What should change?").ShowAsync(console, cancellation);
        return await desk.DecideGateAsync(run.Id, new(gate, false, comment, Environment.UserName), cancellation);
    }
}
