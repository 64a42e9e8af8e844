using CourseGen.Domain.Courses;
using CourseGen.Domain.Learning;
using CourseGen.Domain.Verdicts;
using CourseGen.Runs;
using CourseGen.Testing;
using Shouldly;
using Xunit;

namespace CourseGen.StoreTests;

/// <summary>What every learning store does.</summary>
public abstract class LearningStoreContract
{
    private static readonly LearnerId Ada = new("ada");
    private static readonly ScoreEnding Completed = new("completed", Blame.Nobody, "The checks ran to their end.");

    /// <summary>The store under test, empty, on <see cref="Time"/>.</summary>
    protected abstract ILearningStore Store { get; }

    /// <summary>The course store of the same database.</summary>
    protected abstract ICourseStore Courses { get; }

    protected ManualTime Time { get; } = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_learner_is_on_a_snapshot_once()
    {
        var first = await EnrollAsync("enrollment_1", Ada, "course");
        Time.Advance(TimeSpan.FromMinutes(1));
        var again = await EnrollAsync("enrollment_2", Ada, "course");
        var other = await EnrollAsync("enrollment_3", new("eve"), "course");

        again.ShouldBeEquivalentTo(first);
        other.Id.Value.ShouldBe("enrollment_3");
        (await Store.FindEnrollmentAsync(first.Id, Stop)).ShouldBeEquivalentTo(first);
        (await Store.FindEnrollmentAsync(Ada, first.Snapshot, Stop)).ShouldBeEquivalentTo(first);
        first.Status.ShouldBe(EnrollmentStatus.Active);
        first.Deliverables.ShouldBe([new("one", DeliverableState.Available), new("two", DeliverableState.Available)]);
    }

    [Fact]
    public async Task A_learners_enrollments_are_listed_from_the_newest()
    {
        var first = await EnrollAsync("enrollment_1", Ada, "course");
        Time.Advance(TimeSpan.FromMinutes(1));
        var second = await EnrollAsync("enrollment_2", Ada, "another-course");
        await EnrollAsync("enrollment_3", new("eve"), "course");

        (await Store.ListEnrollmentsAsync(Ada, null, 10, Stop)).Select(one => one.Id).ShouldBe([second.Id, first.Id]);
        (await Store.ListEnrollmentsAsync(Ada, second.Id, 10, Stop)).Select(one => one.Id).ShouldBe([first.Id]);
    }

    [Fact]
    public async Task The_same_commit_is_the_same_submission_and_others_are_counted()
    {
        var enrollment = await EnrollAsync("enrollment_1", Ada, "course");
        var first = await Store.AddSubmissionAsync(new("s1"), enrollment.Id, "aaa", Stop);
        var again = await Store.AddSubmissionAsync(new("s2"), enrollment.Id, "aaa", Stop);
        var second = await Store.AddSubmissionAsync(new("s3"), enrollment.Id, "bbb", Stop);

        again.ShouldBe(first);
        first.ShouldBe(new(new("s1"), enrollment.Id, 1, "aaa", SubmissionStatus.Waiting, "", null, Time.GetUtcNow()));
        second.Number.ShouldBe(2);
        (await Store.ListSubmissionsAsync(enrollment.Id, null, 10, Stop)).Select(one => one.Number).ShouldBe([2, 1]);
        (await Store.ListSubmissionsAsync(enrollment.Id, 2, 10, Stop)).Select(one => one.Number).ShouldBe([1]);
        await Should.ThrowAsync<CourseConflictException>(() => Store.AddSubmissionAsync(new("s4"), new("nobody"), "aaa", Stop));
    }

    [Fact]
    public async Task A_grade_is_kept_with_what_follows_from_it()
    {
        var enrollment = await EnrollAsync("enrollment_1", Ada, "course");
        var submission = await Store.AddSubmissionAsync(new("s1"), enrollment.Id, "aaa", Stop);
        var scorecard = Scorecard(one: true, two: false);

        var graded = await Store.GradeAsync(submission.Id, scorecard, Stop);

        graded.Status.ShouldBe(SubmissionStatus.Graded);
        graded.GradedAt.ShouldBe(Time.GetUtcNow());
        RunJson.Write(graded.Scorecard).ShouldBe(RunJson.Write(scorecard));
        var after = await Store.FindEnrollmentAsync(enrollment.Id, Stop);
        after!.Status.ShouldBe(EnrollmentStatus.Active);
        after.Deliverables.ShouldBe([new("one", DeliverableState.Passed), new("two", DeliverableState.Available)]);
    }

    [Fact]
    public async Task The_enrollment_is_completed_by_a_commit_that_passes_everything()
    {
        var enrollment = await EnrollAsync("enrollment_1", Ada, "course");
        await GradeAsync(enrollment, "s1", Scorecard(one: true, two: false));
        await GradeAsync(enrollment, "s2", Scorecard(one: false, two: true));
        (await Store.FindEnrollmentAsync(enrollment.Id, Stop))!.Status.ShouldBe(EnrollmentStatus.Active);

        await GradeAsync(enrollment, "s3", Scorecard(one: true, two: true));
        await GradeAsync(enrollment, "s4", Scorecard(one: false, two: false));

        var after = await Store.FindEnrollmentAsync(enrollment.Id, Stop);
        after!.Status.ShouldBe(EnrollmentStatus.Completed);
        after.Deliverables.ShouldAllBe(one => one.State == DeliverableState.Passed);
    }

    [Fact]
    public async Task The_first_grade_stands()
    {
        var enrollment = await EnrollAsync("enrollment_1", Ada, "course");
        await GradeAsync(enrollment, "s1", Scorecard(one: false, two: false));

        (await Store.GradeAsync(new("s1"), Scorecard(one: true, two: true), Stop)).Scorecard!.Passed.ShouldBeFalse();
        (await Store.SaveNoGradeAsync(new("s1"), SubmissionStatus.Ours, "A fault.", Stop)).Status.ShouldBe(SubmissionStatus.Graded);
        (await Store.FindEnrollmentAsync(enrollment.Id, Stop))!.Status.ShouldBe(EnrollmentStatus.Active);
    }

    [Fact]
    public async Task A_fault_of_ours_leaves_a_submission_to_be_graded_and_a_refusal_does_not()
    {
        var enrollment = await EnrollAsync("enrollment_1", Ada, "course");
        foreach (var id in new[] { "s1", "s2", "s3" }) await Store.AddSubmissionAsync(new(id), enrollment.Id, id, Stop);
        await Store.SaveNoGradeAsync(new("s1"), SubmissionStatus.Ours, "A fault.", Stop);
        await Store.SaveNoGradeAsync(new("s2"), SubmissionStatus.Refused, "A link.", Stop);

        (await Store.ListUngradedAsync(null, 10, Stop)).Select(one => one.Id.Value).ShouldBe(["s1", "s3"]);
        (await Store.ListUngradedAsync(null, 1, Stop)).Select(one => one.Id.Value).ShouldBe(["s1"]);
        (await Store.ListUngradedAsync(new("s1"), 10, Stop)).Select(one => one.Id.Value).ShouldBe(["s3"]);
        (await Store.ListUngradedAsync(new("s3"), 10, Stop)).ShouldBeEmpty();
        (await Store.FindSubmissionAsync(new("s2"), Stop))!.Sentence.ShouldBe("A link.");
        await Store.GradeAsync(new("s1"), Scorecard(one: true, two: true), Stop);
        (await Store.FindSubmissionAsync(new("s1"), Stop))!.Sentence.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_enrollment_is_stopped_and_let_go_on_but_not_uncompleted()
    {
        var enrollment = await EnrollAsync("enrollment_1", Ada, "course");
        (await Store.BlockAsync(enrollment.Id, true, Stop))!.Status.ShouldBe(EnrollmentStatus.Blocked);
        (await Store.BlockAsync(enrollment.Id, false, Stop))!.Status.ShouldBe(EnrollmentStatus.Active);
        await GradeAsync(enrollment, "s1", Scorecard(one: true, two: true));

        (await Store.BlockAsync(enrollment.Id, true, Stop))!.Status.ShouldBe(EnrollmentStatus.Completed);
        (await Store.BlockAsync(new("nobody"), true, Stop)).ShouldBeNull();
    }

    private async Task GradeAsync(Enrollment enrollment, string id, Scorecard scorecard)
    {
        await Store.AddSubmissionAsync(new(id), enrollment.Id, id, Stop);
        await Store.GradeAsync(new(id), scorecard, Stop);
    }

    private async Task<Enrollment> EnrollAsync(string id, LearnerId learner, string slug)
    {
        var snapshot = await Courses.AddSnapshotAsync(CourseSamples.Document(slug), Stop);
        return await Store.EnrollAsync(Enrollment.New(new(id), learner, snapshot.Id, snapshot.Content.Manifest), Stop);
    }

    private static Scorecard Scorecard(bool one, bool two) => new([Score("one", one), Score("two", two)], ["README.md"]);

    private static DeliverableScore Score(string id, bool passed)
    {
        var status = passed ? CheckStatus.Passed : CheckStatus.TimedOut;
        return new(id, id, new(passed, Completed, [new("c", "Check", status, "Why", ["line"])], "log"), new(passed, Completed, [new("Check", status, "Look")]));
    }
}
