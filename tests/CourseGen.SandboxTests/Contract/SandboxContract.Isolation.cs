using System.Globalization;
using System.Runtime.InteropServices;
using CourseGen.Sandbox;
using Shouldly;

namespace CourseGen.SandboxTests.Contract;

public abstract partial class SandboxContract
{
    // What prints something where it sees more than a box should.
    private static readonly string[] Looks =
    [
        "ls -A /root",
        "ls -A /home/*",
        "cat /etc/shadow",
        "ls /sys/kernel",
        "ls /proc/1/root/oldroot",
        "grep -vx box /etc/hostname",
        "cat /etc/machine-id",
        "ls /etc/ssh",
        "ls /mnt/*",
        "ls /var/log",
        "ls /run/as-learner",
        "head -c 100 /dev/kmsg",
        "head -c 100 /proc/kcore",
        "ls /dev/sda /dev/vda /dev/nvme0",
    ];

    // What succeeds where it may steer the machine.
    private static readonly string[] Steers =
    [
        "mount -t tmpfs none /tmp",
        "umount /proc",
        "unshare -U true",
        "unshare -m true",
        "nsenter -t 1 -m true",
        "chroot / true",
        "mknod /tmp/null c 1 3",
        "hostname other",
        "date -s 12:00",
        "dmesg",
        "echo 1 >/proc/sys/kernel/panic",
        "echo b >/proc/sysrq-trigger",
        "echo x >/proc/sys/kernel/core_pattern",
        "touch /usr/x",
        "touch /etc/x",
        "touch /x",
        "touch /dev/x",
        "touch /run/x",
        "ip link set lo down",
        "setpriv --reuid 0 true",
        "echo -500 >/proc/self/oom_score_adj",
        "nice -n -5 sh -c '[ $(nice) -lt 0 ]'",
        "su -c true",
    ];

    private static readonly string[] DangerousCalls =
    [
        "ptrace", "mount", "unshare", "setns", "keyctl", "add_key", "bpf", "perf_event_open", "userfaultfd",
        "io_uring_setup", "process_vm_readv", "kexec_load", "init_module", "open_by_handle_at", "pidfd_getfd", "fsopen",
        "open_tree", "acct", "swapon", "clock_settime", "kcmp",
    ];

    private static readonly (string Name, int Number)[] OtherFamilies = [("vsock", 40), ("packet", 17), ("alg", 38), ("bluetooth", 31), ("can", 29)];

    // Each list is tried together with something that is allowed, which shows that success would have been seen.
    [Fact]
    public async Task Nothing_of_the_host_is_to_be_seen() =>
        (await SucceedingAsync([.. Looks, "ls /usr"], look => $"[ -n \"$({look})\" ]")).ShouldBe(["ls /usr"]);

    [Fact]
    public async Task What_steers_the_machine_is_refused() =>
        (await SucceedingAsync([.. Steers, "touch /tmp/x"], steer => steer)).ShouldBe(["touch /tmp/x"]);

    [Fact]
    public async Task A_dangerous_system_call_is_not_permitted() =>
        (await SucceedingAsync(DangerousCalls, name => $"perl -e 'exit !(syscall({NumberOf(name)}, 0, 0, 0, 0, 0) == -1 && $! == 1)'")).ShouldBe(DangerousCalls);

    [Fact]
    public async Task A_socket_of_another_family_is_not_permitted() =>
        (await SucceedingAsync(OtherFamilies, family => $"perl -e 'exit !(!socket(my $s, {family.Number}, 1, 0) && $! == 1)'")).ShouldBe(OtherFamilies);

    [Fact]
    public async Task A_namespace_cannot_be_had_by_clone_either() =>
        await ShouldSayAsync(RunAsync($"perl -e '$r = syscall({NumberOf("clone")}, 0x10000000 | 17, 0, 0, 0, 0); print $r; exit 0 if $r == 0'"), "-1");

    [Fact]
    public async Task There_is_no_network_but_loopback()
    {
        await using var session = await OpenAsync();
        foreach (var side in new[] { Side.Learner, Side.Checker })
        {
            var result = await session.RunAsync(side, Sample.Script("cut -d: -f1 /proc/net/dev | tail -n +3; cat /proc/net/route | wc -l"), Cancellation);
            result.OutputText().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ShouldBe(["lo", "1"]);
            ShouldExit(await session.RunAsync(side, Sample.Script("curl -s -m 2 http://169.254.169.254/; [ $? = 7 ]"), Cancellation), 0);
        }
    }

    [Fact]
    public async Task The_hosts_loopback_is_out_of_reach()
    {
        using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        var port = ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
        ShouldExit(await RunAsync($"curl -s -m 2 http://127.0.0.1:{port}/"), 7);
    }

    [Fact]
    public async Task No_descriptor_of_the_engines_process_reaches_a_box()
    {
        // As a careless native library would open it: without close-on-exec.
        using var leaky = new Microsoft.Win32.SafeHandles.SafeFileHandle(OpenWithoutCare("/etc/hostname", 0), ownsHandle: true);
        await using var session = await OpenAsync();
        // The listing's own descriptor is closed again when it is looked at.
        const string list = """perl -e '$d = "/proc/self/fd"; @all = map { s{.*/}{}r } glob "$d/*"; print join " ", grep { -e "$d/$_" } @all'""";
        await ShouldSayAsync(LearnerAsync(session, list), "0 1 2");
        await ShouldSayAsync(CheckerAsync(session, $"{list}; echo; as-learner {list}"), "0 1 2\n0 1 2");
    }

    [Fact]
    public async Task Mountinfo_tells_nothing_of_where_the_host_keeps_things()
    {
        using var folder = new TemporaryFolder().With("a", "");
        var layer = await Sandbox.KeepFolderAsync(folder.Path, Cancellation);
        await using var session = await OpenAsync(layer);
        var seen = (await LearnerAsync(session, "cat /proc/self/mountinfo")).OutputText();
        seen.ShouldNotContain(folder.Path);
        seen.ShouldNotContain("layers");
    }

    [Fact]
    public async Task Shared_memory_and_message_queues_do_not_outlive_a_session()
    {
        await using (var session = await OpenAsync())
            ShouldExit(await LearnerAsync(session, "perl -e 'defined shmget(4711, 4096, 0666 | 01000) or exit 1'"), 0);
        ShouldExit(await RunAsync("perl -e 'defined shmget(4711, 4096, 0666) and exit 1'"), 0);
    }

    [Fact]
    public async Task The_hosts_network_is_there_when_it_is_asked_for()
    {
        using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        var port = ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
        var spec = new SessionSpec { Layers = [], Limits = Sample.Limits, HostNetwork = true };
        await using var session = await Sandbox.OpenAsync(spec, Cancellation);
        // It is connected to, and nobody answers.
        const int timedOut = 28;
        ShouldExit(await LearnerAsync(session, $"curl -s -m 0.5 http://127.0.0.1:{port}/"), timedOut);
        (await LearnerAsync(session, "cat /etc/resolv.conf")).OutputText().ShouldBe(await File.ReadAllTextAsync("/etc/resolv.conf", Cancellation));
    }

    /// <summary>Those of many scripts that succeed in a learner's box. They share a session, since each is to change nothing.</summary>
    private async Task<IReadOnlyList<T>> SucceedingAsync<T>(IReadOnlyList<T> all, Func<T, string> script)
    {
        var lines = all.Select((one, index) => $"({script(one)}) >/dev/null 2>&1 && echo {index}\n");
        var result = await RunAsync($"{string.Concat(lines)}echo end");
        var said = result.OutputText().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        said.LastOrDefault().ShouldBe("end", $"{result.Ending} {result.ErrorText()}");
        return [.. said.SkipLast(1).Select(index => all[int.Parse(index, CultureInfo.InvariantCulture)])];
    }

    /// <summary>The number of a system call on this machine's architecture.</summary>
    [LibraryImport("libseccomp.so.2", EntryPoint = "seccomp_syscall_resolve_name", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int NumberOf(string name);

    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int OpenWithoutCare(string path, int flags);
}
