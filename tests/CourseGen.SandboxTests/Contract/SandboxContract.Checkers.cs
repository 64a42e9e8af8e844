using System.Text;
using CourseGen.Sandbox;
using Shouldly;

namespace CourseGen.SandboxTests.Contract;

public abstract partial class SandboxContract
{
    [Fact]
    public async Task The_checker_has_the_checks_read_only_and_the_learner_has_not()
    {
        using var checks = new TemporaryFolder().With("secret", "the answer");
        var spec = new SessionSpec { Layers = [], Limits = Sample.Limits, CheckerMounts = [new CheckerMount(checks.Path, "/checks")] };
        await using var session = await Sandbox.OpenAsync(spec, Cancellation);
        await ShouldSayAsync(CheckerAsync(session, "cat /checks/secret; echo x 2>/dev/null >/checks/secret || echo refused"), "the answerrefused");
        ShouldExit(await LearnerAsync(session, "! ls /checks && ! ls /report && ! ls /run/as-learner && ! which as-learner"), 0);
        (await LearnerAsync(session, "cat /proc/self/mountinfo; ls / /run")).OutputText().ShouldNotContain("check");
    }

    [Theory]
    [InlineData("/usr")]
    [InlineData("/workspace")]
    [InlineData("/a/b")]
    [InlineData("checks")]
    public async Task A_checker_mount_is_directly_under_the_root_and_covers_nothing(string path)
    {
        var spec = new SessionSpec { Layers = [], Limits = Sample.Limits, CheckerMounts = [new CheckerMount("/usr", path)] };
        await Should.ThrowAsync<SandboxException>(Sandbox.OpenAsync(spec, Cancellation));
    }

    [Fact]
    public async Task Neither_side_sees_or_signals_the_others_processes()
    {
        await using var session = await OpenAsync();
        await using var service = await session.StartAsync(
            Sample.Script("trap 'echo hit >>/exchange/hit' TERM; echo up >/exchange/up; while :; do sleep 0.05; done"), Cancellation);
        const string killAndList = "until [ -e /exchange/up ]; do :; done; kill -TERM -1; sleep 0.2; ls /exchange; (set -- /proc/[0-9]*; echo $#; :)";
        // The init, the shell, and the shell that expands the pattern.
        await ShouldSayAsync(CheckerAsync(session, killAndList), "up\n3");
        await ShouldSayAsync(LearnerAsync(session, killAndList), "up\n3");
        service.Completion.IsCompleted.ShouldBeFalse();
    }

    [Fact]
    public async Task A_server_of_the_learners_is_reached_by_the_checker()
    {
        await using var session = await OpenAsync();
        await using var server = await session.StartAsync(
            Sample.Program("python3", "-m", "http.server", "8123", "--bind", "127.0.0.1"), Cancellation);
        var health = await session.WaitHealthyAsync(server, 8123, "/", TimeSpan.FromSeconds(15), Cancellation);
        health.ShouldBeOfType<Health.Healthy>();
        await LearnerAsync(session, "echo hello >page");
        await ShouldSayAsync(CheckerAsync(session, "curl -s http://localhost:8123/page"), "hello");
        (await server.StopAsync()).Ending.ShouldBe(new Ending.Stopped());
    }

    [Fact]
    public async Task A_service_that_ends_is_not_healthy()
    {
        await using var session = await OpenAsync();
        await using var server = await session.StartAsync(Sample.Script("echo cannot start >&2; exit 9"), Cancellation);
        var health = await session.WaitHealthyAsync(server, 8123, "/", TimeSpan.FromSeconds(15), Cancellation);
        var ended = health.ShouldBeOfType<Health.Ended>();
        ShouldExit(ended.Result, 9);
        ended.Result.ErrorText().ShouldBe("cannot start\n");
    }

    [Fact]
    public async Task A_service_that_does_not_answer_in_time_is_not_healthy()
    {
        await using var session = await OpenAsync();
        await using var server = await session.StartAsync(Sample.Script("sleep 30"), Cancellation);
        var health = await session.WaitHealthyAsync(server, 8123, "/", TimeSpan.FromSeconds(0.5), Cancellation);
        health.ShouldBeOfType<Health.TimedOut>().LastAnswer.ShouldContain("connect");
    }

    [Fact]
    public async Task An_error_answer_is_not_healthy_and_is_told()
    {
        await using var session = await OpenAsync();
        await using var server = await session.StartAsync(
            Sample.Program("python3", "-m", "http.server", "8123", "--bind", "127.0.0.1"), Cancellation);
        await session.WaitHealthyAsync(server, 8123, "/", TimeSpan.FromSeconds(15), Cancellation);
        var health = await session.WaitHealthyAsync(server, 8123, "/no/such/page", TimeSpan.FromSeconds(0.5), Cancellation);
        health.ShouldBeOfType<Health.TimedOut>().LastAnswer.ShouldContain("404");
    }

    [Fact]
    public async Task A_report_is_read()
    {
        await using var session = await OpenAsync();
        await CheckerAsync(session, "printf 'ok\\n' >/report/r-1; mkdir /report/d");
        var content = (await session.ReadReportAsync("r-1", 3, Cancellation)).ShouldBeOfType<CollectedFile.Content>();
        Encoding.UTF8.GetString(content.Bytes.Span).ShouldBe("ok\n");
        (await session.ReadReportAsync("other", 3, Cancellation)).ShouldBeOfType<CollectedFile.Missing>();
        (await session.ReadReportAsync("d", 3, Cancellation)).ShouldBeOfType<CollectedFile.Refused>();
    }

    [Fact]
    public async Task Anything_but_a_small_regular_file_is_refused_as_a_report()
    {
        string[] scripts =
        [
            "ln -s /etc/passwd /report/$r",
            "ln -s other /report/$r; echo text >/report/other",
            "mkfifo /report/$r",
            "mkdir /report/$r",
            "truncate -s 1T /report/$r 2>/dev/null || truncate -s 20M /report/$r",
            "head -c 1001 /dev/zero >/report/$r",
            "perl -MIO::Socket::UNIX -e 'IO::Socket::UNIX->new(Local => \"/report/$ENV{r}\", Listen => 1)'",
        ];
        await using var session = await OpenAsync();
        var lines = scripts.Select((script, index) => $"export r=r{index}\n{script} || exit 1\n");
        ShouldExit(await CheckerAsync(session, string.Concat(lines)), 0);
        for (var index = 0; index < scripts.Length; index++)
            (await session.ReadReportAsync($"r{index}", 1000, Cancellation)).ShouldBeOfType<CollectedFile.Refused>(scripts[index]);
    }

    [Fact]
    public async Task A_report_has_a_plain_name()
    {
        await using var session = await OpenAsync();
        foreach (var name in new[] { "../tmp/x", "..", ".", "", "/etc/passwd" })
            (await session.ReadReportAsync(name, 1000, Cancellation)).ShouldBeOfType<CollectedFile.Refused>(name);
    }

    [Fact]
    public async Task What_a_box_has_used_is_told()
    {
        await using var session = await OpenAsync();
        var result = await LearnerAsync(session, "head -c 20000000 /dev/zero >file; n=0; while [ $n -lt 200000 ]; do n=$((n + 1)); done");
        ShouldExit(result, 0);
        result.Cpu.ShouldBeGreaterThan(TimeSpan.FromMilliseconds(20));
        var learner = session.UsageOf(Side.Learner);
        learner.Cpu.ShouldBeGreaterThanOrEqualTo(result.Cpu);
        learner.DiskBytes.ShouldBeInRange(20_000_000, 24_000_000);
        learner.PeakMemoryBytes.ShouldBeGreaterThan(20_000_000);
        learner.PeakProcesses.ShouldBeInRange(1, 20);
        session.UsageOf(Side.Checker).Cpu.ShouldBe(TimeSpan.Zero);
    }
}
