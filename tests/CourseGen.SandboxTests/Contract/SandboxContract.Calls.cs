using CourseGen.Sandbox;
using Shouldly;

namespace CourseGen.SandboxTests.Contract;

public abstract partial class SandboxContract
{
    [Fact]
    public async Task A_call_runs_in_the_learners_box_and_brings_everything_back()
    {
        await using var session = await OpenAsync();
        var result = await CheckerAsync(
            session, "echo given | as-learner sh -c 'cat; echo oops >&2; echo made >file; pwd; exit 42'; echo status $?; cat file");
        result.OutputText().ShouldBe($"given\n{BoxPaths.Workspace}\nstatus 42\nmade\n");
        result.ErrorText().ShouldBe("oops\n");
    }

    [Theory]
    [InlineData("</dev/null")]
    [InlineData("<&-")]
    public async Task A_call_without_input_reads_an_empty_one(string input)
    {
        await using var session = await OpenAsync();
        await ShouldSayAsync(CheckerAsync(session, $"as-learner sh -c 'cat; echo end; exit 3' {input}; echo $?"), "end\n3");
    }

    [Fact]
    public async Task A_call_carries_its_arguments_as_they_are()
    {
        await using var session = await OpenAsync();
        const string script = """
            as-learner printf '[%s]' "it's" '"' 'a  b' '' 'new
            line' '$HOME `x` \ * ~' "'" "''" '-n' "$(printf '\001\377')" | od -An -tx1
            printf '[%s]' "it's" '"' 'a  b' '' 'new
            line' '$HOME `x` \ * ~' "'" "''" '-n' "$(printf '\001\377')" | od -An -tx1
            """;
        var lines = (await CheckerAsync(session, script)).OutputText().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines.Length.ShouldBeGreaterThan(2);
        lines[..(lines.Length / 2)].ShouldBe(lines[(lines.Length / 2)..]);
    }

    [Fact]
    public async Task A_call_takes_nothing_of_the_checkers_environment_along()
    {
        await using var session = await OpenAsync();
        await ShouldSayAsync(CheckerAsync(session, "SECRET=1 as-learner env -u PWD -u SHLVL -u _ | cut -d= -f1 | sort | tr '\\n' ' '"), "HOME LANG PATH TMPDIR ");
    }

    [Fact]
    public async Task What_the_checker_hands_over_in_a_file_is_the_learners_to_read_whatever_its_mode()
    {
        await using var session = await OpenAsync();
        const string script = "umask 077; echo in >/exchange/file; mkdir /exchange/folder; echo deep >/exchange/folder/file; as-learner cat /exchange/file /exchange/folder/file";
        await ShouldSayAsync(CheckerAsync(session, script), "in\ndeep");
    }

    [Fact]
    public async Task Ten_megabytes_pass_through_a_call_in_both_directions()
    {
        await using var session = await OpenAsync();
        await ShouldSayAsync(
            CheckerAsync(
                session,
                """
                head -c 10000000 /dev/urandom >/tmp/in
                as-learner tee /dev/stderr </tmp/in >/tmp/out 2>/tmp/err; echo $?
                cmp /tmp/in /tmp/out && cmp /tmp/in /tmp/err && echo same
                """), "0\nsame");
    }

    [Fact]
    public async Task A_called_program_that_never_reads_its_input_does_not_hang()
    {
        await using var session = await OpenAsync();
        await ShouldSayAsync(
            CheckerAsync(session, "head -c 10000000 /dev/zero | as-learner sh -c 'exit 5'; echo $?"), "5");
    }

    [Fact]
    public async Task A_call_with_input_that_never_ends_comes_back()
    {
        await using var session = await OpenAsync();
        var script = "mkfifo /tmp/endless; sleep 30 >/tmp/endless & as-learner echo done </tmp/endless; kill $!";
        await ShouldSayAsync(CheckerAsync(session, script), "done");
    }

    [Fact]
    public async Task A_call_that_is_cut_off_by_a_timeout_ends_the_program_too()
    {
        await using var session = await OpenAsync();
        await ShouldSayAsync(
            CheckerAsync(
                session,
                """
                timeout 0.3 as-learner sh -c 'trap "" TERM; while :; do echo >>/exchange/beat; sleep 0.02; done'; echo $?
                before=; after=$(wc -l </exchange/beat)
                until [ "$before" = "$after" ]; do before=$after; sleep 0.2; after=$(wc -l </exchange/beat); done
                as-learner echo next
                """), "124\nnext");
    }

    [Fact]
    public async Task The_end_of_the_checker_ends_its_calls()
    {
        await using var session = await OpenAsync();
        var endless = Sample.Script("as-learner sh -c 'trap \"\" TERM; while :; do echo >>/exchange/beat; sleep 0.02; done'");
        var result = await session.RunAsync(Side.Checker, endless with { Wall = TimeSpan.FromSeconds(0.5) }, Cancellation);
        ShouldBeOver(result, LimitKind.Wall);
        ShouldExit(
            await CheckerAsync(
                session,
                """
                before=; after=$(wc -l </exchange/beat)
                until [ "$before" = "$after" ]; do before=$after; sleep 0.2; after=$(wc -l </exchange/beat); done
                """), 0);
    }

    [Fact]
    public async Task A_call_whose_client_is_killed_lets_go_of_the_output()
    {
        await using var session = await OpenAsync();
        await ShouldSayAsync(
            CheckerAsync(
                session,
                """
                { as-learner sh -c 'echo said; touch /exchange/begun; sleep 100' & echo $! >/tmp/client; } | cat & cat=$!
                until [ -e /exchange/begun ]; do sleep 0.02; done
                kill -KILL "$(cat /tmp/client)"
                wait "$cat"
                n=0; while [ $n -lt 20 ]; do as-learner true || exit 1; n=$((n + 1)); done
                """), "said");
    }

    [Fact]
    public async Task Clients_killed_at_any_moment_leave_nothing_in_the_way_of_later_calls()
    {
        await using var session = await OpenAsync();
        await ShouldSayAsync(
            CheckerAsync(
                session,
                """
                for pause in 0 0.005 0.01 0.02 0.03 0.04 0.06 0.1; do
                    sleep 5 | as-learner sh -c 'echo stale; cat' >/dev/null 2>&1 & client=$!
                    sleep $pause
                    kill -KILL $client
                done
                for n in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
                    [ "$(echo $n | as-learner cat)" = $n ] || echo wrong
                done
                echo all
                """), "all");
    }

    [Fact]
    public async Task Calls_run_side_by_side()
    {
        await using var session = await OpenAsync(Sample.Limits with { Processes = 300 });
        await ShouldSayAsync(
            CheckerAsync(
                session,
                """
                for n in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
                    { [ "$(echo $n | as-learner sh -c 'read n; sleep 0.1; echo $n; exit $n')" = $n ] || echo wrong; } &
                done
                wait
                echo all
                """), "all");
    }

    [Fact]
    public async Task A_called_program_that_leaves_a_daemon_with_its_output_does_not_hang()
    {
        await using var session = await OpenAsync();
        await ShouldSayAsync(CheckerAsync(session, "as-learner sh -c 'setsid sleep 30 & echo main'; echo $?"), "main\n0");
    }

    [Fact]
    public async Task A_call_without_a_command_and_one_to_nothing_fail_in_their_own_ways()
    {
        await using var session = await OpenAsync();
        await ShouldSayAsync(CheckerAsync(session, "{ as-learner; echo $?; as-learner no-such-program; echo $?; } 2>/dev/null"), "125\n127");
    }

    [Fact]
    public async Task A_called_program_over_a_limit_is_ended_and_the_checker_goes_on()
    {
        await using (var small = await OpenAsync(Sample.Limits with { MemoryBytes = 48 << 20 }))
        {
            var memory = await CheckerAsync(small, "as-learner sh -c 'head -c 200000000 /dev/zero | tail | cat; exit 9'; echo $?");
            memory.OutputText().ShouldBe("9\n");
            memory.LearnerLimit!.Limit.ShouldBe(LimitKind.Memory);
        }

        await using var session = await OpenAsync(Sample.Limits with { Cpu = TimeSpan.FromSeconds(0.5) });
        var cpu = await CheckerAsync(session, "as-learner sh -c 'while :; do :; done'; echo $?; as-learner echo next");
        cpu.OutputText().ShouldBe("137\nnext\n");
        cpu.LearnerLimit!.Limit.ShouldBe(LimitKind.Cpu);
        (await CheckerAsync(session, "as-learner true")).LearnerLimit.ShouldBeNull();
    }

    [Fact]
    public async Task A_checker_that_allows_the_learner_only_so_much_is_ended_with_it()
    {
        await using var session = await OpenAsync();
        var patient = Sample.Script("as-learner true; echo once; for n in 1 2 3; do as-learner timeout 2 sh -c 'while :; do :; done'; done; echo never");
        var result = await session.RunAsync(Side.Checker, patient with { LearnerCpu = TimeSpan.FromSeconds(0.5) }, Cancellation);
        ShouldBeOver(result, LimitKind.Cpu);
        ((Ending.OverLimit)result.Ending).Allowed.ShouldBe(500);
        result.OutputText().ShouldBe("once\n");
        ShouldExit(await session.RunAsync(Side.Checker, Sample.Script("as-learner true") with { LearnerCpu = TimeSpan.FromSeconds(0.5) }, Cancellation), 0);
    }

    [Fact]
    public async Task A_checker_that_misuses_the_channels_harms_only_itself()
    {
        await using var session = await OpenAsync();
        ShouldExit(
            await CheckerAsync(
                session,
                """
                cd /run/as-learner
                { mv 0 x; rm 0/in; ln -s /etc/passwd 0/y; echo >bin/as-learner; mkdir lock/0/x; } 2>/dev/null && exit 1
                printf '99\n-1\n$(id)\n; id\n../1\n 1\n01\n' >request
                n=0; while [ $n -lt 500 ]; do echo $((n % 16)) >request; n=$((n + 1)); done
                """), 0);
        ShouldExit(await CheckerAsync(session, "as-learner true"), 0);
    }
}
