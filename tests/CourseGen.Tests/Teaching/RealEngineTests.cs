using CourseGen.App.Teaching;
using CourseGen.Domain.Learning;
using CourseGen.Sandbox.Bubblewrap;
using CourseGen.Testing;
using Shouldly;
using Xunit;

namespace CourseGen.Tests.Teaching;

/// <summary>From a bundle over its evidence, snapshot and certificate to a completed enrollment, all in the real engine.</summary>
public sealed class RealEngineTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_bundle_is_certified_published_and_learned()
    {
        var time = new ManualTime();
        using var database = new TestDatabase(time);
        var bundle = TinyCourse.Write(Path.Combine(database.Folder, "bundle"));
        var work = Directory.CreateDirectory(Path.Combine("/var/tmp", Path.GetFileName(database.Folder)), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute).FullName;
        try
        {
            await using var sandbox = await BubblewrapSandbox.StartAsync(new() { WorkFolder = work }, Stop);
            sandbox.Report.Usable.ShouldBeTrue();
            await using var school = new School(database.Database, database.Folder, sandbox, time);
            await school.PublishAsync(bundle, sandbox, Stop);
            var enrollment = await school.Enrollments.EnrollAsync(new("ada"), "tiny-greeting", Stop);

            (await SubmitAsync(school, enrollment)).Deliverables[0].Visible.Checks.ShouldAllBe(check => !check.Passed);
            await SaveAsync("naive");
            var naive = (await SubmitAsync(school, enrollment)).Deliverables[0];
            (naive.Visible.Passed, naive.Hidden.Passed).ShouldBe((true, false));
            naive.Hidden.Checks[1].Hint.ShouldBe("use the argument");
            await SaveAsync("reference");
            (await SubmitAsync(school, enrollment)).Passed.ShouldBeTrue();
            (await school.Enrollments.OpenAsync(enrollment.Id, Stop)).Status.ShouldBe(EnrollmentStatus.Completed);

            Task SaveAsync(string variant) => school.Workspaces.SaveAsync(
                enrollment.Id.Value, new(FileEdit.OfVariant(bundle, bundle.Variants.Single(one => one.Name == variant)), variant, FromSeed: true), Stop);
        }
        finally
        {
            Directory.Delete(work, recursive: true);
        }
    }

    private static async Task<Scorecard> SubmitAsync(School school, Enrollment enrollment)
    {
        var submission = await school.Submissions.SubmitAsync(enrollment.Id, null, Stop);
        await school.RunAsync(GradingKind.RunOf(submission.Id), Stop);
        submission = await school.Submissions.FindAsync(submission.Id, Stop);
        return submission.Scorecard.ShouldNotBeNull(submission.Sentence);
    }
}
