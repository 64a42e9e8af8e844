using System.Text;
using CourseGen.App.Teaching;
using CourseGen.Domain.Bundles;
using CourseGen.Domain.Courses;
using CourseGen.Domain.Learning;
using CourseGen.Runs;
using CourseGen.Testing;
using Shouldly;
using Xunit;

namespace CourseGen.Tests.Teaching;

public sealed class SubmissionTests : IAsyncLifetime
{
    private static readonly LearnerId Ada = new("ada");
    private readonly ManualTime _time = new();
    private readonly PretendSandbox _sandbox = new();
    private readonly TestDatabase _database;
    private readonly School _school;
    private Bundle _bundle = null!;
    private Snapshot _snapshot = null!;
    private Enrollment _enrollment = null!;

    public SubmissionTests()
    {
        _database = new(_time);
        _school = new(_database.Database, _database.Folder, _sandbox, _time);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _bundle = TinyCourse.Write(Path.Combine(_database.Folder, "bundle"));
        _snapshot = await _school.PublishAsync(_bundle, _sandbox, Stop);
        _enrollment = await _school.Enrollments.EnrollAsync(Ada, "tiny-greeting", Stop);
    }

    public async ValueTask DisposeAsync()
    {
        await _school.DisposeAsync();
        _database.Dispose();
    }

    [Fact]
    public async Task A_learner_goes_from_the_starter_over_a_naive_solution_to_the_completed_course()
    {
        var starter = await SubmitAsync();
        await SaveVariantAsync("naive");
        var naive = await SubmitAsync();
        await SaveVariantAsync("reference");
        var reference = await SubmitAsync();

        starter.Scorecard!.Deliverables.Single().Visible.Passed.ShouldBeFalse();
        var score = naive.Scorecard!.Deliverables.Single();
        score.Visible.Passed.ShouldBeTrue();
        score.Hidden.Passed.ShouldBeFalse();
        score.Hidden.Checks.Select(check => (check.Title, check.Hint)).ShouldBe([("Says something", null), ("Greets by name", "use the argument")]);
        RunJson.Write(score.Hidden).ShouldNotContain("Ada");
        reference.Scorecard!.Passed.ShouldBeTrue();
        new[] { starter, naive, reference }.Select(one => one.Number).ShouldBe([1, 2, 3]);
        var after = await _school.Enrollments.OpenAsync(_enrollment.Id, Stop);
        after.Status.ShouldBe(EnrollmentStatus.Completed);
        after.Deliverables.ShouldBe([new("greet", DeliverableState.Passed)]);
    }

    [Fact]
    public async Task Enrolling_again_is_the_same_enrollment_with_its_workspace_in_place()
    {
        Directory.Delete(Path.Combine(_database.Folder, "workspaces", $"{_enrollment.Id}.git"), recursive: true);

        (await _school.Enrollments.EnrollAsync(Ada, _snapshot.Id, Stop)).Id.ShouldBe(_enrollment.Id);
        (await _school.Workspaces.HeadAsync(_enrollment.Id.Value, Stop)).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Nobody_enrolls_on_a_course_that_is_not_published()
    {
        var frozen = SnapshotDocument.Of(_snapshot.Content with { Product = "other" });
        await _school.Courses.AddSnapshotAsync(frozen, Stop);

        (await Should.ThrowAsync<LearningRefusedException>(() => _school.Enrollments.EnrollAsync(Ada, frozen.Id, Stop))).Code.ShouldBe(LearningRefusals.CourseUnknown);
        await Should.ThrowAsync<LearningRefusedException>(() => _school.Enrollments.EnrollAsync(Ada, "nothing", Stop));
    }

    [Fact]
    public async Task The_same_commit_is_graded_once()
    {
        var first = await SubmitAsync();
        var sessions = _sandbox.Sessions;
        var again = await SubmitAsync();

        again.Id.ShouldBe(first.Id);
        _sandbox.Sessions.ShouldBe(sessions);
    }

    [Fact]
    public async Task A_course_installs_once_for_all_submissions()
    {
        await SubmitAsync();
        var sessions = _sandbox.Sessions;
        await SaveVariantAsync("reference");
        await SubmitAsync();

        // verify and the two suites, and no install
        (_sandbox.Sessions - sessions).ShouldBe(3);
    }

    [Fact]
    public async Task What_a_learner_does_to_checks_and_protocol_changes_nothing()
    {
        await _school.Workspaces.SaveAsync(_enrollment.Id.Value, new(
        [
            Edit("checks/greet/check.sh", "#!/bin/sh\nexit 0\n"), Edit(".coursegen/runtime/verify.sh", "exit 0\n"), Edit("briefs/greet.md", "Nothing to do."),
            Edit("notes.md", "My notes."),
        ], "Cheat"), Stop);

        var scorecard = (await SubmitAsync()).Scorecard!;

        scorecard.Passed.ShouldBeFalse();
        scorecard.OutsideOwned.ShouldBe(["notes.md"]);
    }

    [Theory]
    [InlineData("120000", "link", "/etc/passwd")]
    [InlineData("120000", "link", "../outside")]
    [InlineData("160000", "module", "")]
    [InlineData("100644", "a\nb", "x")]
    [InlineData("100644", "GREET.sh", "x")]
    public async Task A_hostile_commit_is_refused_by_name_and_nothing_is_run(string mode, string path, string content)
    {
        var repository = Path.Combine(_database.Folder, "workspaces", $"{_enrollment.Id}.git");
        await PlainGit.CommitAsync(repository, Stop, ("100644", "greet.sh", TinyCourse.Reference), (mode, path, content));
        var sessions = _sandbox.Sessions;

        var submission = await SubmitAsync();

        submission.Status.ShouldBe(SubmissionStatus.Refused);
        submission.Sentence.ShouldContain(path.Replace('\n', '?'), Case.Insensitive);
        submission.Scorecard.ShouldBeNull();
        _sandbox.Sessions.ShouldBe(sessions);
        (await _school.RunAsync(GradingKind.RunOf(submission.Id), Stop)).Codes.ShouldBe([GradingNames.WorkspaceRefused]);
    }

    [Fact]
    public async Task A_failing_engine_is_ours_and_never_a_grade()
    {
        _sandbox.Fails = () => true;
        var submission = await SubmitAsync();

        submission.Status.ShouldBe(SubmissionStatus.Ours);
        submission.Scorecard.ShouldBeNull();
        (await _school.RunAsync(GradingKind.RunOf(submission.Id), Stop)).Status.ShouldBe(RunStatus.Faulted);

        _sandbox.Fails = () => false;
        await _school.Submissions.RetryAsync(submission.Id, "ada", Stop);
        await WorkAsync(submission);
        (await _school.Submissions.FindAsync(submission.Id, Stop)).Status.ShouldBe(SubmissionStatus.Graded);
    }

    [Fact]
    public async Task A_repository_on_another_machine_is_told_as_ours_with_the_folder_and_can_be_brought_here()
    {
        var folder = _school.Workspaces.FolderOf(_enrollment.Id.Value);
        var submission = await _school.Submissions.SubmitAsync(_enrollment.Id, null, Stop);
        Directory.Move(folder, folder + ".away");

        var run = await WorkAsync(submission);

        run.Status.ShouldBe(RunStatus.Faulted);
        run.Sentence.ShouldStartWith($"The machine {Environment.MachineName} has no repository {folder}.");
        (await _school.Submissions.FindAsync(submission.Id, Stop)).Status.ShouldBe(SubmissionStatus.Ours);

        Directory.Move(folder + ".away", folder);
        await _school.Submissions.RetryAsync(submission.Id, "ada", Stop);
        await WorkAsync(submission);
        (await _school.Submissions.FindAsync(submission.Id, Stop)).Status.ShouldBe(SubmissionStatus.Graded);
    }

    [Fact]
    public async Task A_submission_whose_run_was_never_started_is_found_again()
    {
        var commit = await _school.Workspaces.HeadAsync(_enrollment.Id.Value, Stop);
        var submission = await _school.Learning.AddSubmissionAsync(new("submission_1"), _enrollment.Id, commit, Stop);

        (await _school.Submissions.RecoverAsync(Stop)).ShouldBe(1);
        await WorkAsync(submission);

        (await _school.Submissions.RecoverAsync(Stop)).ShouldBe(0);
        (await _school.Submissions.FindAsync(submission.Id, Stop)).Status.ShouldBe(SubmissionStatus.Graded);
    }

    [Fact]
    public async Task However_many_submissions_have_no_run_each_gets_one()
    {
        for (var i = 0; i <= 200; i++) await _school.Learning.AddSubmissionAsync(new($"submission_{i}"), _enrollment.Id, $"commit {i}", Stop);

        (await _school.Submissions.RecoverAsync(Stop)).ShouldBe(201);

        for (var i = 0; i <= 200; i++) await _school.Desk.CancelAsync(GradingKind.RunOf(new($"submission_{i}")), "ada", Stop);
    }

    [Fact]
    public async Task Nothing_is_handed_in_to_a_stopped_enrollment()
    {
        await _school.Learning.BlockAsync(_enrollment.Id, true, Stop);

        (await Should.ThrowAsync<LearningRefusedException>(() => _school.Submissions.SubmitAsync(_enrollment.Id, null, Stop))).Code.ShouldBe(LearningRefusals.EnrollmentBlocked);
    }

    private static FileEdit Edit(string path, string text) => new(path, Encoding.UTF8.GetBytes(text));

    private Task<string> SaveVariantAsync(string name) => _school.Workspaces.SaveAsync(
        _enrollment.Id.Value, new(FileEdit.OfVariant(_bundle, _bundle.Variants.Single(one => one.Name == name)), name, FromSeed: true), Stop);

    private async Task<Submission> SubmitAsync()
    {
        var submission = await _school.Submissions.SubmitAsync(_enrollment.Id, null, Stop);
        await WorkAsync(submission);
        return await _school.Submissions.FindAsync(submission.Id, Stop);
    }

    private Task<Run> WorkAsync(Submission submission) => _school.RunThroughAsync(GradingKind.RunOf(submission.Id), Stop);
}
