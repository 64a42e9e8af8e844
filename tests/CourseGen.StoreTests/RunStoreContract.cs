using CourseGen.Runs;
using CourseGen.Testing;
using Shouldly;
using Xunit;

namespace CourseGen.StoreTests;

/// <summary>What every run store does: creating, finding, listing. Other files hold the other parts of the contract.</summary>
public abstract partial class RunStoreContract
{
    /// <summary>The store under test, empty, on <see cref="Time"/>.</summary>
    protected abstract IRunStore Store { get; }

    protected ManualTime Time { get; } = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_created_run_is_found_as_it_was_given()
    {
        var wanted = Samples.NewRun("run_1") with
        {
            Status = RunStatus.Blocked,
            Gate = "gate",
            Codes = ["one", "two"],
            Signature = "signature",
            Sentence = "It says \"why\".",
            Faults = 2,
            WakeAt = Time.GetUtcNow().AddMinutes(1),
        };

        var created = await Store.CreateAsync(wanted, [], Stop);
        var found = await Store.FindAsync(wanted.Id, Stop);

        found.ShouldBeEquivalentTo(created);
        found.ShouldBeEquivalentTo(
            wanted with { Version = 1, Codes = found!.Codes, CreatedAt = Time.GetUtcNow(), UpdatedAt = Time.GetUtcNow() });
        found.Codes.ShouldBe(["one", "two"]);
    }

    [Fact]
    public async Task Creating_a_run_twice_creates_it_once()
    {
        await Store.CreateAsync(Samples.NewRun("run_1"), [Samples.Event("born")], Stop);

        var again = await Store.CreateAsync(
            Samples.NewRun("run_1") with { Title = "Another" }, [Samples.Event("born")], Stop);

        again.Title.ShouldBe("A sample");
        (await EventKindsAsync("run_1")).ShouldBe(["born"]);
    }

    [Fact]
    public async Task A_run_that_never_was_is_not_found() =>
        (await Store.FindAsync(new RunId("run_none"), Stop)).ShouldBeNull();

    [Fact]
    public async Task The_list_has_the_newest_first_and_goes_on_where_a_page_ended()
    {
        foreach (var number in Enumerable.Range(1, 5))
        {
            await Store.CreateAsync(Samples.NewRun($"run_{number}"), [], Stop);
            if (number != 3) Time.Advance(TimeSpan.FromSeconds(1));
        }

        var first = await Store.ListAsync(new RunQuery(Take: 2), Stop);
        var second = await Store.ListAsync(new RunQuery(Before: first[^1].Id, Take: 2), Stop);
        var third = await Store.ListAsync(new RunQuery(Before: second[^1].Id, Take: 2), Stop);

        first.Concat(second).Concat(third).Select(run => run.Id.Value)
            .ShouldBe(["run_5", "run_4", "run_3", "run_2", "run_1"]);
    }

    [Fact]
    public async Task The_list_narrows_by_kind_and_status()
    {
        await Store.CreateAsync(Samples.NewRun("run_1"), [], Stop);
        await Store.CreateAsync(Samples.NewRun("run_2") with { Kind = "other" }, [], Stop);
        await Store.CreateAsync(Samples.NewRun("run_3") with { Status = RunStatus.Waiting }, [], Stop);

        (await Store.ListAsync(new RunQuery(Kind: "other"), Stop)).Single().Id.Value.ShouldBe("run_2");
        (await Store.ListAsync(new RunQuery(Status: RunStatus.Waiting), Stop)).Single().Id.Value.ShouldBe("run_3");
        (await Store.ListAsync(new RunQuery(Kind: "none"), Stop)).ShouldBeEmpty();
    }

    private Task<Run> CreateAsync(string id = "run_1") => Store.CreateAsync(Samples.NewRun(id), [], Stop);

    private async Task<Run> CreateClaimedAsync(string owner, string id = "run_1")
    {
        await CreateAsync(id);
        return (await Store.ClaimAsync(new RunId(id), Samples.By(owner), Stop)).ShouldNotBeNull();
    }

    private async Task<IEnumerable<string>> EventKindsAsync(string id) =>
        (await Store.ReadEventsAsync(new RunId(id), 0, 1000, Stop)).Select(one => one.Kind);
}
