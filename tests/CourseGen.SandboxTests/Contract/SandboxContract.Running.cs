using CourseGen.Sandbox;
using Shouldly;

namespace CourseGen.SandboxTests.Contract;

public abstract partial class SandboxContract
{
    [Fact]
    public async Task The_exit_status_comes_back()
    {
        await using var session = await OpenAsync();
        foreach (var status in new[] { 0, 1, 7, 125, 255 })
            ShouldExit(await LearnerAsync(session, $"exit {status}"), status);
    }

    [Fact]
    public async Task Death_by_a_signal_shows_as_128_and_its_number() => ShouldExit(await RunAsync("kill -TERM $$"), 128 + 15);

    [Fact]
    public async Task A_program_that_is_not_there_exits_127()
    {
        await using var session = await OpenAsync();
        ShouldExit(await session.RunAsync(Side.Learner, Sample.Program("no-such-program"), Cancellation), 127);
    }

    [Fact]
    public async Task Standard_streams_are_byte_exact()
    {
        await using var session = await OpenAsync();
        var every = Enumerable.Range(0, 3 << 20).Select(index => (byte)(index * 31 >> (index % 7))).ToArray();
        var copy = Sample.Script("tee /dev/stderr") with { Input = every };
        var result = await session.RunAsync(Side.Learner, copy, Cancellation);
        result.Output.Span.SequenceEqual(every).ShouldBeTrue();
        result.Error.Span.SequenceEqual(every).ShouldBeTrue();
    }

    [Fact]
    public async Task Input_that_nobody_reads_is_no_trouble()
    {
        await using var session = await OpenAsync();
        var ignore = Sample.Script("exit 3") with { Input = new byte[1 << 20] };
        ShouldExit(await session.RunAsync(Side.Learner, ignore, Cancellation), 3);
    }

    [Fact]
    public async Task Without_input_there_is_an_empty_one() => await ShouldSayAsync(RunAsync("wc -c"), "0");

    [Fact]
    public async Task Arguments_and_environment_arrive_as_they_are()
    {
        const string odd = "a 'b' \"c\"\n$(d) `e` \\ ü\t";
        await using var session = await OpenAsync();
        var command = Sample.Program("sh", "-c", "printf %s \"$1$2$ODD\"", "sh", odd, "") with
        {
            Environment = new Dictionary<string, string>(StringComparer.Ordinal) { ["ODD"] = odd },
        };
        (await session.RunAsync(Side.Learner, command, Cancellation)).OutputText().ShouldBe(odd + odd);
    }

    [Fact]
    public async Task The_environment_holds_nothing_of_the_host() =>
        await ShouldSayAsync(
            RunAsync("env -u PWD -u SHLVL -u _ | sort"),
            $"HOME=/tmp\nLANG=C.UTF-8\nPATH={BoxPaths.Path}\nTMPDIR=/tmp");

    [Fact]
    public async Task The_working_directory_is_the_workspace() => await ShouldSayAsync(RunAsync("pwd"), BoxPaths.Workspace);

    [Fact]
    public async Task Each_side_is_an_ordinary_user_with_a_name()
    {
        await using var session = await OpenAsync();
        await ShouldSayAsync(LearnerAsync(session, "id -u; id -un; hostname"), "1000\nlearner\nbox");
        await ShouldSayAsync(CheckerAsync(session, "id -u"), "1000");
    }

    [Fact]
    public async Task The_learners_environment_reaches_every_learner_command_and_no_checker()
    {
        var spec = new SessionSpec
        {
            Layers = [],
            Limits = Sample.Limits,
            LearnerEnvironment = new Dictionary<string, string>(StringComparer.Ordinal) { ["PORT"] = "80 80" },
        };
        await using var session = await Sandbox.OpenAsync(spec, Cancellation);
        await ShouldSayAsync(LearnerAsync(session, "echo $PORT"), "80 80");
        await ShouldSayAsync(CheckerAsync(session, "echo \"$PORT\"; as-learner sh -c 'echo $PORT'"), "\n80 80");
    }

    [Fact]
    public async Task Nothing_a_program_leaves_behind_outlives_it()
    {
        await using var session = await OpenAsync();
        var result = await LearnerAsync(session, "(setsid sh -c 'sleep 0.3; echo late >/exchange/late' &) ; exit 4");
        ShouldExit(result, 4);
        await ShouldSayAsync(LearnerAsync(session, "sleep 0.5; ls /exchange"), "");
    }

    [Fact]
    public async Task A_grandchild_that_holds_the_output_open_does_not_delay_the_ending()
    {
        var result = await RunAsync("echo said; setsid sleep 15 &");
        ShouldExit(result, 0);
        result.OutputText().ShouldBe("said\n");
        result.Wall.ShouldBeLessThan(TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task A_command_that_is_cancelled_ends()
    {
        await using var session = await OpenAsync();
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var running = session.RunAsync(Side.Learner, Sample.Script("trap '' TERM; sleep 15"), cancel.Token);
        await cancel.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(running);
    }

    [Fact]
    public async Task A_stopped_service_says_what_it_had_said()
    {
        await using var session = await OpenAsync();
        await using var service = await session.StartAsync(
            Sample.Script("trap '' TERM INT; echo up; echo up >/exchange/up; while :; do sleep 1; done"), Cancellation);
        await CheckerAsync(session, "until [ -e /exchange/up ]; do :; done");
        var result = await service.StopAsync();
        result.Ending.ShouldBe(new Ending.Stopped());
        result.OutputText().ShouldBe("up\n");
        (await service.StopAsync()).ShouldBe(result);
    }

    [Fact]
    public async Task Disposing_a_session_ends_what_runs_in_it()
    {
        var session = await OpenAsync();
        var service = await session.StartAsync(Sample.Script("sleep 100"), Cancellation);
        await session.DisposeAsync();
        (await service.Completion).Ending.ShouldBe(new Ending.Stopped());
    }

    [Fact]
    public async Task Several_sessions_run_side_by_side_and_do_not_meet()
    {
        var runs = Enumerable.Range(0, 8).Select(async index =>
        {
            await using var session = await OpenAsync();
            await LearnerAsync(session, $"echo {index} >mine");
            var result = await LearnerAsync(session, "cat *; ls /tmp /exchange /dev/shm | wc -w");
            return result.OutputText();
        });
        var outputs = await Task.WhenAll(runs);
        outputs.Select(output => output.Split('\n')[0]).ShouldBe(Enumerable.Range(0, 8).Select(index => $"{index}"));
        outputs.Select(output => output.Split('\n')[1]).Distinct(StringComparer.Ordinal).ShouldBe(["3"]);
    }
}
