using CourseGen.Sandbox;
using Shouldly;

namespace CourseGen.SandboxTests.Contract;

public abstract partial class SandboxContract
{
    [Fact]
    public async Task A_program_that_takes_too_long_is_ended()
    {
        await using var session = await OpenAsync();
        var slow = Sample.Script("trap '' TERM; echo begun; sleep 30; sleep 30") with { Wall = TimeSpan.FromSeconds(1.5) };
        var result = await session.RunAsync(Side.Learner, slow, Cancellation);
        ShouldBeOver(result, LimitKind.Wall);
        result.OutputText().ShouldBe("begun\n");
        result.Wall.ShouldBeLessThan(TimeSpan.FromSeconds(6));
        ((Ending.OverLimit)result.Ending).Allowed.ShouldBe(1500);
    }

    [Fact]
    public async Task A_program_that_stops_itself_is_ended()
    {
        await using var session = await OpenAsync();
        var stopped = Sample.Script("kill -STOP $$") with { Wall = TimeSpan.FromSeconds(0.5) };
        ShouldBeOver(await session.RunAsync(Side.Learner, stopped, Cancellation), LimitKind.Wall);
    }

    [Fact]
    public async Task A_program_that_computes_too_much_is_ended()
    {
        var result = await RunAsync("while :; do :; done", Sample.Limits with { Cpu = TimeSpan.FromSeconds(0.4) });
        ShouldBeOver(result, LimitKind.Cpu);
        result.Cpu.ShouldBeGreaterThan(TimeSpan.FromSeconds(0.4));
    }

    [Fact]
    public async Task Computing_in_many_short_processes_is_no_way_around_the_limit() =>
        ShouldBeOver(await RunAsync("while :; do (n=0; while [ $n -lt 500 ]; do n=$((n + 1)); done); done", Sample.Limits with { Cpu = TimeSpan.FromSeconds(0.4) }), LimitKind.Cpu);

    [Fact]
    public async Task A_program_that_takes_too_much_memory_is_ended() =>
        ShouldBeOver(await RunAsync("head -c 200000000 /dev/zero | tail", Sample.Limits with { MemoryBytes = 48 << 20 }), LimitKind.Memory);

    [Fact]
    public async Task Memory_counts_over_all_processes() =>
        ShouldBeOver(
            await RunAsync(
                "for n in 1 2 3 4 5 6; do { head -c 16000000 /dev/zero; sleep 1; } | tail >/dev/null & done; wait; exit 1",
                Sample.Limits with { MemoryBytes = 64 << 20 }), LimitKind.Memory);

    [Fact]
    public async Task A_fork_bomb_is_contained()
    {
        var limits = Sample.Limits with { Cpu = TimeSpan.FromSeconds(1), Processes = 30 };
        var result = await RunAsync("bomb() { bomb | bomb & }; bomb; while :; do bomb; done", limits);
        ShouldBeOver(result, LimitKind.Processes);
    }

    [Fact]
    public async Task A_program_that_is_refused_a_process_and_gives_up_is_told_why() =>
        ShouldBeOver(await RunAsync("n=0; while [ $n -lt 200 ]; do sleep 20 & n=$((n + 1)); done", Sample.Limits with { Processes = 30 }), LimitKind.Processes);

    [Theory]
    [InlineData("/workspace")]
    [InlineData("/tmp")]
    [InlineData("/exchange")]
    [InlineData("/dev/shm")]
    public async Task A_program_that_fills_the_disk_is_told_why(string folder) =>
        ShouldBeOver(await RunAsync($"head -c 20000000 /dev/zero >{folder}/file", Sample.Limits with { DiskBytes = 8 << 20 }), LimitKind.Disk);

    [Theory]
    [InlineData("/workspace")]
    [InlineData("/dev/shm")]
    public async Task A_program_that_makes_too_many_files_is_told_why(string folder) =>
        ShouldBeOver(await RunAsync($"n=0; while : >{folder}/$n; do n=$((n + 1)); done; exit 1", Sample.Limits with { Files = 500 }), LimitKind.Disk);

    [Theory]
    [InlineData("")]
    [InlineData(">&2")]
    public async Task A_program_that_floods_its_output_is_ended(string redirection)
    {
        var result = await RunAsync($"yes {redirection}", Sample.Limits with { OutputBytes = 100_000 });
        ShouldBeOver(result, LimitKind.Output);
        Math.Max(result.Output.Length, result.Error.Length).ShouldBe(100_000);
    }

    [Fact]
    public async Task Output_up_to_the_limit_passes()
    {
        var result = await RunAsync("head -c 100000 /dev/zero", Sample.Limits with { OutputBytes = 100_000 });
        ShouldExit(result, 0);
        result.Output.Length.ShouldBe(100_000);
    }

    [Fact]
    public async Task A_limit_that_a_program_survives_is_not_held_against_it() =>
        ShouldExit(await RunAsync("head -c 20000000 /dev/zero >file 2>/dev/null; rm file; exit 0", Sample.Limits with { DiskBytes = 8 << 20 }), 0);

    [Fact]
    public async Task Open_files_are_limited()
    {
        var limits = Sample.Limits with { OpenFiles = 64 };
        await ShouldSayAsync(RunAsync("ulimit -n; ulimit -c", limits), "64\n0");
    }

    [Fact]
    public async Task Many_short_programs_leave_no_zombies_behind() =>
        // Each program says that it runs before the next one is started: what is counted is the dead that nobody waited for.
        ShouldExit(await RunAsync(
            "mkfifo said; n=0; while [ $n -lt 300 ]; do (setsid sh -c 'echo >said' &); read -r line <said; n=$((n + 1)); done",
            Sample.Limits with { Processes = 30 }), 0);
}
