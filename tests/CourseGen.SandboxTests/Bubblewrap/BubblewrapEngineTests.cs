using System.Diagnostics;
using CourseGen.Sandbox;
using CourseGen.Sandbox.Bubblewrap;
using CourseGen.Sandbox.Host;
using CourseGen.Sandbox.Host.Native;
using CourseGen.SandboxTests.Contract;
using CourseGen.Testing;
using Microsoft.Win32.SafeHandles;
using Shouldly;

namespace CourseGen.SandboxTests.Bubblewrap;

/// <summary>What is this engine's own: its report, its work folder, and that it clears up however it ends.</summary>
public sealed class BubblewrapEngineTests : IDisposable
{
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(20);

    private readonly TemporaryFolder _folder = new();
    private readonly TemporaryFolder _sessions = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _folder.Dispose();
        _sessions.Dispose();
    }

    [Fact]
    public async Task The_report_names_the_engine_and_what_it_guarantees()
    {
        await using var sandbox = await StartAsync();
        sandbox.Report.Name.ShouldBe("bubblewrap");
        sandbox.Report.Version.ShouldMatch(@"^\d+\.\d+");
        sandbox.Report.Guarantees.ShouldAllBe(guarantee => guarantee.Holds);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_folder_that_others_may_read_is_not_worked_in(bool isForSessions)
    {
        var folder = (isForSessions ? _sessions : _folder).Path;
        File.SetUnixFileMode(folder, File.GetUnixFileMode(folder) | UnixFileMode.OtherRead);
        await Should.ThrowAsync<SandboxException>(StartAsync());
    }

    [Fact]
    public async Task A_layer_that_nobody_needs_takes_no_room()
    {
        await using var sandbox = await StartAsync();
        using var folder = new TemporaryFolder().With("a", "text");
        var layers = Path.Combine(Directory.GetDirectories(_folder.Path).Single(), "layers");
        var before = Directory.GetDirectories(layers).Length;
        var (first, second) = (await sandbox.KeepFolderAsync(folder.Path, Cancellation), await sandbox.KeepFolderAsync(folder.Path, Cancellation));
        await using (await sandbox.OpenAsync(new SessionSpec { Layers = [second], Limits = Sample.Limits }, Cancellation))
        {
            await sandbox.DropAsync([first, second]);
            Directory.GetDirectories(layers).Length.ShouldBe(before + 1);
        }

        Directory.GetDirectories(layers).Length.ShouldBe(before);
    }

    [Fact]
    public async Task A_folder_with_devices_or_pipes_is_not_kept()
    {
        await using var sandbox = await StartAsync();
        using var odd = new TemporaryFolder();
        using (var make = Process.Start("mkfifo", [Path.Combine(odd.Path, "pipe")]))
            await make.WaitForExitAsync(Cancellation);
        var refused = await Should.ThrowAsync<SandboxException>(sandbox.KeepFolderAsync(odd.Path, Cancellation));
        refused.Message.ShouldContain("pipe");
    }

    [Fact]
    public async Task A_session_whose_files_have_no_place_is_our_failure_and_keeps_no_layer()
    {
        await using var sandbox = await StartAsync();
        using var kept = new TemporaryFolder().With("a", "");
        var layers = Path.Combine(Directory.GetDirectories(_folder.Path).Single(), "layers");
        var before = Directory.GetDirectories(layers).Length;
        var layer = await sandbox.KeepFolderAsync(kept.Path, Cancellation);
        var sessions = Path.Combine(Directory.GetDirectories(_sessions.Path).Single(), "sessions");
        Directory.Delete(sessions);
        await File.WriteAllTextAsync(sessions, "", Cancellation);
        var refused = await Should.ThrowAsync<SandboxException>(sandbox.OpenAsync(new SessionSpec { Layers = [layer], Limits = Sample.Limits }, Cancellation));
        refused.Message.ShouldContain("cannot be written");
        await sandbox.DropAsync([layer]);
        Directory.GetDirectories(layers).Length.ShouldBe(before);
    }

    [Fact]
    public async Task An_engine_that_is_disposed_of_leaves_nothing()
    {
        await using (var sandbox = await StartAsync())
        {
            using var kept = new TemporaryFolder().With("a/b", "");
            var layer = await sandbox.KeepFolderAsync(kept.Path, Cancellation);
            await using var session = await sandbox.OpenAsync(new SessionSpec { Layers = [layer], Limits = Sample.Limits }, Cancellation);
            await session.RunAsync(Side.Learner, Sample.Script("mkdir -p a/c; chmod 0 a; setsid sleep 100 &"), Cancellation);
            await session.KeepChangesAsync(Cancellation);
        }

        Leftovers.Of(_folder.Path, _sessions.Path).ShouldBeEmpty();
    }

    [Fact]
    public async Task Nothing_is_left_of_ten_thousand_sessions_while_the_engine_goes_on()
    {
        var count = 10_000 / Thorough.Stride(200);
        await using var sandbox = await StartAsync();
        await Parallel.ForEachAsync(Enumerable.Range(0, count), new ParallelOptions { MaxDegreeOfParallelism = 4, CancellationToken = Cancellation }, async (number, stop) =>
        {
            await using var session = await sandbox.OpenAsync(new SessionSpec { Layers = [], Limits = Sample.Limits }, stop);
            // A daemon that is nobody's child, one that will not be asked to end, and files for which nobody has rights.
            var script = $"setsid sleep 100 & (trap '' TERM; sleep 100) & mkdir -p a/b; echo {number} >a/b/c; chmod 0 a; echo >/exchange/d; exit 3";
            (await session.RunAsync(Side.Learner, Sample.Script(script), stop)).Ending.ShouldBe(new Ending.Exited(3));
        });
        Leftovers.OfSessions(_sessions.Path).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("engine")]
    [InlineData("tini")]
    [InlineData("holder")]
    public async Task Whatever_is_killed_nothing_is_left(string victim)
    {
        using var owner = await StartOwnerAsync();
        var victims = victim switch
        {
            "engine" => [owner.Id],
            "tini" => ProcessesLike(@"\S*tini\S* "),
            _ => ProcessesLike(@"sh \S+/holder\.sh "),
        };
        victims.ShouldNotBeEmpty();
        Kill(victims);
        if (victim == "engine")
            await owner.WaitForExitAsync(Cancellation);
        else
            await EventuallyAsync(() => ProcessesLike(@"sh \S+/holder\.sh ").Count == 0);
        owner.Kill();
        await EventuallyAsync(() => Leftovers.Of(_folder.Path, _sessions.Path).Count == 0 && Leftovers.GroupsOf(owner.Id).Count == 0);
    }

    [Fact]
    public async Task What_even_the_janitor_could_not_remove_the_next_engine_does()
    {
        using var owner = await StartOwnerAsync();
        Kill(ProcessesLike(@"sh \S+/janitor\.sh "));
        owner.Kill();
        await owner.WaitForExitAsync(Cancellation);
        await EventuallyAsync(() => ProcessesLike("").Count == 0);
        Leftovers.Of(_folder.Path, _sessions.Path).ShouldNotBeEmpty();
        Leftovers.GroupsOf(owner.Id).ShouldNotBeEmpty();
        // A group is busy until its last process has quite gone.
        await EventuallyAsync(() => Leftovers.GroupsOf(owner.Id).All(group => File.ReadAllText(Path.Combine(group, "cgroup.procs")).Length == 0));
        await using (await StartAsync())
            Leftovers.GroupsOf(owner.Id).ShouldBeEmpty();
        Leftovers.Of(_folder.Path, _sessions.Path).ShouldBeEmpty();
    }

    [Fact]
    public async Task Checks_that_only_their_owner_may_read_reach_the_checker_all_the_same()
    {
        await using var sandbox = await StartAsync();
        using var checks = new TemporaryFolder().With("deep/check", "#!/bin/sh\necho checked\n", runnable: true);
        File.SetUnixFileMode(Path.Combine(checks.Path, "deep/check"), UnixFileMode.UserRead | UnixFileMode.UserExecute);
        var spec = new SessionSpec { Layers = [], Limits = Sample.Limits, CheckerMounts = [new CheckerMount(checks.Path, "/checks")] };
        await using var session = await sandbox.OpenAsync(spec, Cancellation);
        (await session.RunAsync(Side.Checker, Sample.Script("/checks/deep/check"), Cancellation)).OutputText().ShouldBe("checked\n");
    }

    [Fact]
    public async Task Nothing_that_this_process_has_open_reaches_a_box_whenever_it_is_opened()
    {
        await using var sandbox = await StartAsync();
        await using var session = await sandbox.OpenAsync(new SessionSpec { Layers = [], Limits = Sample.Limits }, Cancellation);
        using var stop = new CancellationTokenSource();
        var opening = Task.Run(() => OpenWithoutCare(stop.Token), Cancellation);
        for (var count = 0; count < 30; count++)
        {
            // The fourth is the folder that is listed.
            var result = await session.RunAsync(Side.Learner, Sample.Script("ls /proc/self/fd"), Cancellation);
            result.OutputText().ShouldBe("0\n1\n2\n3\n");
        }

        await stop.CancelAsync();
        await opening;
    }

    [Fact]
    public async Task A_program_that_keeps_closing_the_workspace_is_to_blame_for_what_does_not_start()
    {
        await using var sandbox = await StartAsync();
        await using var session = await sandbox.OpenAsync(new SessionSpec { Layers = [], Limits = Sample.Limits }, Cancellation);
        await using var closer = await session.StartAsync(
            Sample.Script("echo >/exchange/begun; exec perl -e '1 while chmod 0, \"/workspace\"'"), Cancellation);
        await EventuallyAsync(() => session.UsageOf(Side.Learner).Cpu > TimeSpan.FromMilliseconds(100));
        var endings = new List<Ending>();
        for (var count = 0; count < 5; count++)
            endings.Add((await session.RunAsync(Side.Checker, Sample.Script("exit 0"), Cancellation)).Ending);
        endings.ShouldAllBe(ending => ending is Ending.Exited);
        endings.ShouldContain(new Ending.Exited(126));
    }

    [Fact]
    public async Task What_carries_calls_cannot_grow_for_ever_and_what_is_called_is_not_held_by_it()
    {
        await using var sandbox = await StartAsync();
        await using var session = await sandbox.OpenAsync(new SessionSpec { Layers = [], Limits = Sample.Limits }, Cancellation);
        var direct = await session.RunAsync(Side.Learner, Sample.Script("ulimit -v"), Cancellation);
        var called = await session.RunAsync(Side.Checker, Sample.Script("as-learner sh -c 'ulimit -v'"), Cancellation);
        called.OutputText().ShouldBe(direct.OutputText());
        var carriers = ProcessesLike(@"sh \S+/holder\.sh ").Select(AddressSpaceOf).ToList();
        carriers.ShouldContain(line => line.Contains(" 102400000 ", StringComparison.Ordinal), string.Join('\n', carriers));
    }

    [Fact]
    public async Task A_check_whose_calls_nobody_carries_any_more_is_no_verdict()
    {
        await using var sandbox = await StartAsync();
        await using var session = await sandbox.OpenAsync(new SessionSpec { Layers = [], Limits = Sample.Limits }, Cancellation);
        (await session.RunAsync(Side.Checker, Sample.Script("as-learner true"), Cancellation)).Ending.ShouldBe(new Ending.Exited(0));
        await using var learner = await session.StartAsync(Sample.Script("echo >/exchange/begun; sleep 100"), Cancellation);
        var checks = session.RunAsync(Side.Checker, Sample.Script("until [ -e /exchange/begun ]; do :; done; echo >/exchange/seen; until [ -e /exchange/go ]; do :; done"), Cancellation);
        await session.RunAsync(Side.Learner, Sample.Script("until [ -e /exchange/seen ]; do :; done"), Cancellation);
        Kill(ProcessesLike(@"sh \S+/holder\.sh "));
        await EventuallyAsync(() => ProcessesLike(@"sh \S+/holder\.sh ").Count == 0);
        // Where scripts make sessions, all of it has ended.
        var next = () => session.RunAsync(Side.Learner, Sample.Script("echo >/exchange/go"), Cancellation);
        if (Launcher.IsPossible)
            await next();
        else
            (await next.ShouldThrowAsync<SandboxException>()).Message.ShouldStartWith("the session is gone");
        (await checks).Ending.ShouldBeOfType<Ending.EngineFault>();
    }

    [Fact]
    public async Task A_command_takes_the_box_that_was_made_ready_if_a_shell_can_become_it()
    {
        await using var sandbox = await StartAsync();
        await using var session = await sandbox.OpenAsync(new SessionSpec { Layers = [], Limits = Sample.Limits }, Cancellation);
        session.MakeReady(Side.Learner);
        session.MakeReady(Side.Learner);
        var odd = Sample.Script("cat /proc/1/cmdline") with { Environment = new Dictionary<string, string> { ["no-name"] = "" } };
        (await session.RunAsync(Side.Learner, odd, Cancellation)).OutputText().ShouldContain("cmdline");
        var waited = (await session.RunAsync(Side.Learner, Sample.Script("cat /proc/1/cmdline"), Cancellation)).OutputText();
        waited.ShouldContain(Launcher.IsPossible ? "/dev/fd/6" : "cmdline");
        (await session.RunAsync(Side.Learner, Sample.Script("cat /proc/1/cmdline"), Cancellation)).OutputText().ShouldContain("cmdline");
        session.MakeReady(Side.Checker);
    }

    [Fact]
    public async Task A_box_that_was_made_ready_and_is_gone_is_started_anew()
    {
        await using var sandbox = await StartAsync();
        var spec = new SessionSpec { Layers = [], Limits = Sample.Limits with { Cpu = TimeSpan.FromSeconds(0.3) } };
        await using var session = await sandbox.OpenAsync(spec, Cancellation);
        session.MakeReady(Side.Learner);
        // Whatever is in the learner's box ends when a call has computed for too long.
        var burning = Sample.Script("as-learner sh -c 'while :; do :; done'; exit 5");
        (await session.RunAsync(Side.Checker, burning, Cancellation)).Ending.ShouldBe(new Ending.Exited(5));
        (await session.RunAsync(Side.Learner, Sample.Script("cat /proc/1/cmdline"), Cancellation)).OutputText().ShouldContain("cmdline");
    }

    [Fact]
    public async Task Changes_are_not_kept_while_a_program_could_lead_the_copy_astray()
    {
        await using var sandbox = await StartAsync();
        await using var session = await sandbox.OpenAsync(new SessionSpec { Layers = [], Limits = Sample.Limits }, Cancellation);
        await using (var service = await session.StartAsync(Sample.Script("sleep 100"), Cancellation))
            await Should.ThrowAsync<SandboxException>(() => session.KeepChangesAsync(Cancellation));
        await session.KeepChangesAsync(Cancellation);
    }

    private Task<BubblewrapSandbox> StartAsync() =>
        BubblewrapSandbox.StartAsync(new() { WorkFolder = _folder.Path, SessionsFolder = _sessions.Path }, Cancellation);

    private async Task<Process> StartOwnerAsync()
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "CourseGen.SandboxTests"), [EngineOwner.Mode, "bubblewrap", _folder.Path, _sessions.Path])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
        };
        var owner = Process.Start(start)!;
        (await owner.StandardOutput.ReadLineAsync(Cancellation)).ShouldBe(EngineOwner.Ready);
        return owner;
    }

    /// <remarks>Empty for what has carried the call and is gone by now.</remarks>
    private static string AddressSpaceOf(int process)
    {
        try
        {
            return File.ReadLines($"/proc/{process}/limits").Single(line => line.StartsWith("Max address space", StringComparison.Ordinal));
        }
        catch (IOException)
        {
            return "";
        }
    }

    private List<int> ProcessesLike(string pattern) => Leftovers.ProcessesOf(_folder.Path, pattern);

    /// <summary>Opens files as native libraries do, which leave them open for children.</summary>
    private static void OpenWithoutCare(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            using var file = new SafeFileHandle(Libc.Open("/etc/hostname", 0), ownsHandle: true);
        }
    }

    /// <remarks>With the first of them, others may be gone already.</remarks>
    private static void Kill(IEnumerable<int> processes)
    {
        foreach (var process in processes)
            _ = Libc.Kill(process, Libc.SigKill);
    }

    private static async Task EventuallyAsync(Func<bool> condition)
    {
        var clock = Stopwatch.StartNew();
        while (!condition())
        {
            clock.Elapsed.ShouldBeLessThan(Bound);
            await Task.Delay(Interval, Cancellation);
        }
    }
}
