using CourseGen.App.Authoring;
using CourseGen.App.Bundles;
using CourseGen.Runs;
using CourseGen.Testing;
using CourseGen.Tests.Verifying;
using Shouldly;
using Xunit;

namespace CourseGen.Tests.Authoring;

/// <summary>
/// Runs as an earlier version left them in its database, at several moments of one authoring. Whatever changes, they are
/// loaded into a fresh store of either kind and go on to the bundle of the calm run.
/// </summary>
/// <remarks>
/// The files are rows, never edited by hand. A new version that cannot go on with one needs a migration, not a new file; new
/// moments are recorded with <c>COURSEGEN_APPROVE=1</c>, which leaves files that are there alone.
/// </remarks>
[Collection(RealSandbox.Collection)]
public sealed class HistoryTests(RealSandbox real)
{
    private static readonly IReadOnlyDictionary<string, string> Places = new Dictionary<string, string>(StringComparer.Ordinal) { ["{recorded}"] = AddNumbers.Folder };

    /// <summary>By name: the draw at which the power is cut; 0 where it never is, and the run waits or is blocked.</summary>
    private static readonly IReadOnlyDictionary<string, int> Moments = new Dictionary<string, int>(StringComparer.Ordinal)
    {
        ["authoring"] = 45,
        ["between-effects"] = 46,
        ["reviewing"] = 110,
        ["at-gate"] = 0,
        ["blocked"] = 0,
    };

    public static TheoryData<string, string> Cases()
    {
        var cases = new TheoryData<string, string>();
        foreach (var moment in Moments.Keys)
            foreach (var database in new[] { TestStore.Sqlite, TestStore.Postgres }) cases.Add(moment, database);
        return cases;
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_stored_run_goes_on_to_the_calm_bundle(string moment, string database)
    {
        if (Environment.GetEnvironmentVariable("COURSEGEN_APPROVE") == "1" && !File.Exists(FileOf(moment))) await RecordAsync(moment);
        var time = new ManualTime();
        await using var data = await TestStore.OpenAsync(database, time);
        await History.Read(FileOf(moment), Places).PutAsync(data);
        var studio = StudioOn(data.Database, time, moment);
        var answered = await studio.AnsweredAsync();

        if (moment == "blocked") await studio.Desk().ResumeAsync(Studio.Run, "ada", Stop);
        var run = await studio.RestartAsync();

        run.Gate.ShouldBe(AuthoringGates.SpecReview, run.Sentence);
        studio.Asked.Intersect(answered).ShouldBeEmpty();
        var state = await studio.StateAsync();
        state.Digest.ShouldBe(BundleReader.Read(AddNumbers.Folder).Digest);
        state.CertifiedDigest.ShouldBe(state.Digest);
        (await studio.ReadTextAsync(state.Evidence!)).ShouldContain("\"certified\"");
        foreach (var gate in AuthoringGates.All) await studio.Desk().DecideGateAsync(Studio.Run, new(gate, true, null, "ada"), Stop);
        (await studio.EventsAsync())[^1].Kind.ShouldBe(RunEventKinds.RunSucceeded);
    }

    private static string FileOf(string moment) => Path.Combine(AddNumbers.Folder, $"../Histories/{moment}.json");

    private Studio StudioOn(Storage.Database database, ManualTime time, string moment) => new(database, time, real.Remembering, AddNumbers.Folder)
    {
        Setup = moment == "blocked" ? new("paid") { MaxCost = 0.05m, Price = PaidModel.CentAQuestion } : new("recorded"),
        Behind = model => moment == "blocked" ? new PaidModel(model, []) : model,
    };

    private async Task RecordAsync(string moment)
    {
        var time = new ManualTime();
        using var data = new TestDatabase(time);
        try
        {
            await StudioOn(data.Database, time, moment).WorkAsync(Moments[moment] is var draw and > 0 ? PowerCut.At(draw) : PowerCut.Never());
        }
        catch (PowerCutException)
        {
            // As meant: what the database has now is the history.
        }

        History.Of(data.Database).Write(FileOf(moment), Places);
    }
}
