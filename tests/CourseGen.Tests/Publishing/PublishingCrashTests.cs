using CourseGen.Domain.Bundles;
using CourseGen.Runs;
using CourseGen.Testing;
using CourseGen.Tests.Teaching;
using Shouldly;
using Xunit;

namespace CourseGen.Tests.Publishing;

/// <summary>Cuts the power before and after every effect of publishing; the outcome is always that of a calm run.</summary>
public sealed class PublishingCrashTests : IDisposable
{
    private static readonly RunId Id = new("run_publish");
    private static readonly TimeSpan LongerThanALease = TimeSpan.FromMinutes(1);
    private static readonly int Stride = Thorough.Stride(5);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("coursegen-");
    private readonly PretendSandbox _sandbox = new();
    private Bundle _bundle = null!;
    private string _evidence = "";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Wherever_the_power_is_cut_the_course_is_published_once_and_never_half()
    {
        _bundle = TinyCourse.Write(Path.Combine(_folder.FullName, "bundle"));
        _evidence = await School.EvidenceAsync(_bundle, _sandbox, new SequentialIds(), Stop);
        var calm = await OutcomeAsync(PowerCut.Never());
        var cuts = 0;
        for (var n = 1; ; n += Stride)
        {
            var power = PowerCut.At(n);
            (await OutcomeAsync(power)).ShouldBe(calm, $"The power was cut at draw {n}.");
            if (!power.HasFired) break;
            cuts++;
        }

        cuts.ShouldBeGreaterThan(40 / Stride);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private async Task<string> OutcomeAsync(PowerCut power)
    {
        var time = new ManualTime();
        using var database = new TestDatabase(time);
        await using (var school = new School(database.Database, database.Folder, _sandbox, time, power))
        {
            try
            {
                await WorkAsync(school);
            }
            catch (PowerCutException)
            {
                await CheckNothingIsHalfAsync(database, time);
            }
        }

        time.Advance(LongerThanALease);
        await using var next = new School(database.Database, database.Folder, _sandbox, time);
        var run = await WorkAsync(next);
        return await DescribeAsync(next, run, database);
    }

    private async Task<Run> WorkAsync(School school)
    {
        var run = await school.Publications.StartAsync(_bundle, _evidence, Id, Stop);
        return await school.RunAsync(run.Id, Stop);
    }

    // A learner who looks at this very moment finds a course that is certified, or none.
    private async Task CheckNothingIsHalfAsync(TestDatabase database, ManualTime time)
    {
        await using var onlooker = new School(database.Database, database.Folder, _sandbox, time);
        if (await onlooker.Courses.FindPublishedAsync("tiny-greeting", Stop) is not { } snapshot) return;
        (await onlooker.Courses.FindCertificateAsync(snapshot.Id, Stop))!.Holds.ShouldBeTrue();
    }

    private static async Task<string> DescribeAsync(School school, Run run, TestDatabase database)
    {
        var snapshots = await school.Courses.ListSnapshotsAsync("tiny-greeting", null, 10, Stop);
        var certificate = await school.Courses.FindCertificateAsync(snapshots[0].Id, Stop);
        var left = Directory.GetFileSystemEntries(Path.Combine(database.Folder, "workspaces")).Length;
        return RunJson.Write(new
        {
            run.Status,
            Snapshots = snapshots.Select(one => new { one.Id, one.Version, one.IsPublished }),
            Checks = certificate!.Checks.Select(check => $"{check.Code} {check.Subject} {check.Status}"),
            Steps = (await school.EventsAsync(run.Id, Stop)).Count(one => one.Kind == RunEventKinds.StepPassed),
            Workspaces = left,
        });
    }
}
