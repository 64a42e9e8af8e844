using System.Diagnostics;
using System.Text;
using CourseGen.App.Authoring;
using CourseGen.App.Teaching;
using CourseGen.Cli.Composition;
using CourseGen.Cli.Live;
using CourseGen.Cli.Showing;
using CourseGen.Domain.Bundles;
using CourseGen.Domain.Content;
using CourseGen.Domain.Learning;
using CourseGen.Runs;
using Spectre.Console;

namespace CourseGen.Cli.Demo;

/// <summary>
/// The whole flow on one brief: authoring, gates, publishing, and a learner from nothing to done. Every part is a durable
/// run with a name of the demo's, so the script may be cut anywhere and run again.
/// </summary>
internal sealed class DemoScript(Workshop workshop, Screen screen)
{
    private readonly long _start = Stopwatch.GetTimestamp();

    public async Task<int> RunAsync(DemoName demo, CancellationToken cancellation)
    {
        var authored = await AuthorAsync(demo, cancellation);
        if (authored.Status != RunStatus.Succeeded) return Unfinished(authored);
        var state = AuthoringDrive.StateOf(authored);
        var tree = FileTree.Parse(await ReadAsync(state.Tree!, cancellation));
        using var course = await DemoCourse.OpenAsync(workshop, tree, cancellation);
        var published = await PublishAsync(demo, state, tree, course, cancellation);
        if (published.Status != RunStatus.Succeeded) return Unfinished(published);
        var scores = await LearnAsync(demo, course, cancellation);
        var page = await WriteEvidenceAsync(demo, state, cancellation);
        DemoSummary.Show(screen, new(course.Bundle, authored, state, await RepairedAsync(authored.Id, cancellation), scores, page, Stopwatch.GetElapsedTime(_start)), workshop.Data.Option);
        return scores[^1].Submission.Scorecard is { Passed: true } ? ExitCode.Done : ExitCode.Refused;
    }

    private async Task<Run> AuthorAsync(DemoName demo, CancellationToken cancellation)
    {
        var run = await workshop.Data.Runs.FindAsync(demo.Authoring, cancellation)
            ?? throw CommandStoppedException.Usage($"There is no demo {demo.Value}.", "'coursegen demo' starts one.");
        await ResumeIfStoppedAsync(run.Id, cancellation);
        return await new AuthoringDrive(workshop, screen.Progress).ToEndAsync(run.Id, AuthoringDrive.StateOf(run).Setup.ApproveGates, cancellation);
    }

    private async Task<Run> PublishAsync(DemoName demo, AuthoringState state, FileTree tree, DemoCourse course, CancellationToken cancellation)
    {
        Chapter("Publishing: freeze the course, then walk the learner's own path on what was frozen");
        var evidence = await ReadAsync(state.Evidence!, cancellation);
        var run = await workshop.Publications.StartAsync(tree, course.Bundle.Manifest.Title, evidence, demo.Publishing, cancellation);
        return await DriveAsync(run.Id, cancellation);
    }

    private async Task<IReadOnlyList<DemoScore>> LearnAsync(DemoName demo, DemoCourse course, CancellationToken cancellation)
    {
        Chapter("Learning: one learner enrolls, gets a git workspace, and hands in four times");
        // A demo that was killed while it handed in has a submission that nobody grades.
        await workshop.Submissions.RecoverAsync(cancellation);
        var enrollment = await workshop.Enrollments.EnrollAsync(new LearnerId(demo.Learner), course.Bundle.Manifest.Slug, cancellation);
        var before = await workshop.Data.Learning.ListSubmissionsAsync(enrollment.Id, null, 50, cancellation);
        var handedIn = new List<(string Story, SubmissionId Id)>();
        foreach (var (story, variant) in course.Attempts)
        {
            var submission = before.FirstOrDefault(one => one.Number == handedIn.Count + 1) ?? await HandInAsync(enrollment, course, story, variant, cancellation);
            handedIn.Add((story, submission.Id));
        }

        // Side by side, because some of them mostly wait for a program that does not answer.
        screen.Progress.WriteLine($"    {handedIn.Count} submissions are graded side by side");
        await Parallel.ForEachAsync(handedIn, cancellation, async (one, token) => await GradeAsync(GradingKind.RunOf(one.Id), token));
        var scores = new List<DemoScore>();
        foreach (var (story, id) in handedIn)
        {
            scores.Add(new(story, await workshop.Submissions.FindAsync(id, cancellation)));
            DemoSummary.ShowScore(screen, scores[^1]);
        }

        return scores;
    }

    private async Task<Submission> HandInAsync(
        Enrollment enrollment, DemoCourse course, string story, Variant? variant, CancellationToken cancellation)
    {
        if (variant is not null)
        {
            var edits = FileEdit.OfVariant(course.Bundle, variant);
            await workshop.Workspaces.SaveAsync(enrollment.Id.Value, new(edits, $"Hand in {story}", FromSeed: true), cancellation);
        }

        return await workshop.Submissions.SubmitAsync(enrollment.Id, null, cancellation);
    }

    private async Task GradeAsync(RunId id, CancellationToken cancellation)
    {
        await ResumeIfStoppedAsync(id, cancellation);
        await workshop.Loop.RunOneAsync(id, cancellation);
    }

    private async Task<Run> DriveAsync(RunId id, CancellationToken cancellation)
    {
        await ResumeIfStoppedAsync(id, cancellation);
        return await new RunStory(workshop.Data.Runs, id, new StepNarrator(screen.Progress)).DriveAsync(workshop.Loop, cancellation);
    }

    // Whoever goes on with a demo goes on with whichever part of it stopped.
    private async Task ResumeIfStoppedAsync(RunId id, CancellationToken cancellation)
    {
        if (await workshop.Data.Runs.FindAsync(id, cancellation) is { Status: RunStatus.Faulted or RunStatus.Blocked or RunStatus.Cancelled })
            await workshop.Desk.ResumeAsync(id, Environment.UserName, cancellation);
    }

    private async Task<string> WriteEvidenceAsync(DemoName demo, AuthoringState state, CancellationToken cancellation)
    {
        var path = Path.Combine(workshop.Data.Path, "evidence", $"{demo.Value}.html");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await File.WriteAllTextAsync(path, await ReadAsync(state.EvidencePage!, cancellation), cancellation);
        return path;
    }

    /// <summary>The codes of everything that failed on the way and holds now.</summary>
    private async Task<IReadOnlyList<string>> RepairedAsync(RunId id, CancellationToken cancellation)
    {
        var failures = new FailureList();
        await new RunStory(workshop.Data.Runs, id, failures).TellAsync(cancellation);
        return failures.Codes;
    }

    private async Task<string> ReadAsync(string blob, CancellationToken cancellation) =>
        Encoding.UTF8.GetString((await workshop.Data.Blobs.ReadAsync(BlobId.Parse(blob), cancellation)).Span);

    private void Chapter(string title)
    {
        screen.Progress.WriteLine();
        screen.Progress.MarkupLine(Rich.Of($"[bold underline]{title}[/]").Markup);
    }

    private int Unfinished(Run run)
    {
        screen.Trouble($"The demo stopped: the run {run.Id} is {RunStatusNames.Of(run.Status)}{(run.Gate is { } gate ? $" at {gate}" : "")}. {run.Sentence}");
        screen.Next(run.Status == RunStatus.Waiting
            ? $"Decide with coursegen gate approve {run.Id}{workshop.Data.Option}, then go on with coursegen runs resume {run.Id}{workshop.Data.Option}"
            : $"See what happened with coursegen runs show {run.Id}{workshop.Data.Option}, and go on with coursegen runs resume {run.Id}{workshop.Data.Option}");
        return run.Status == RunStatus.Faulted ? ExitCode.Ours : ExitCode.Refused;
    }
}

/// <summary>One thing the learner handed in, and its grade.</summary>
internal sealed record DemoScore(string Story, Submission Submission);
