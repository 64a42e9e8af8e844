using CourseGen.App.Authoring;
using CourseGen.Cli.Composition;
using CourseGen.Runs;
using Spectre.Console;

namespace CourseGen.Cli.Live;

/// <summary>Drives an authoring run as far as it goes: through its nodes, and through its gates where somebody decides.</summary>
internal sealed class AuthoringDrive(Workshop workshop, IAnsiConsole console)
{
    private readonly Gatekeeper _gatekeeper = new(workshop.Desk, console);

    /// <summary>Returns the run when it has ended or waits for somebody who is not here.</summary>
    /// <param name="approve">Whether the gates were approved beforehand.</param>
    public async Task<Run> ToEndAsync(RunId id, bool approve, CancellationToken cancellation)
    {
        var story = new RunStory(workshop.Data.Runs, id, new AuthoringNarrator(console));
        while (true)
        {
            var run = await story.DriveAsync(workshop.Loop, cancellation);
            if (run.Status != RunStatus.Waiting) return run;
            if (await _gatekeeper.DecideAsync(run, approve, cancellation) is null) return run;
        }
    }

    /// <summary>The state an authoring run has.</summary>
    public static AuthoringState StateOf(Run run) => RunJson.Read<AuthoringState>(run.State);
}
