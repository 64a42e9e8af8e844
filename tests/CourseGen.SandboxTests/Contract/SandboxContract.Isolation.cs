using System.Runtime.InteropServices;
using CourseGen.Sandbox;
using Shouldly;

namespace CourseGen.SandboxTests.Contract;

public abstract partial class SandboxContract
{
    [Theory]
    [InlineData("ls -A /root")]
    [InlineData("ls -A /home/*")]
    [InlineData("cat /etc/shadow")]
    [InlineData("ls /sys/kernel")]
    [InlineData("ls /proc/1/root/oldroot")]
    [InlineData("grep -vx box /etc/hostname")]
    [InlineData("cat /etc/machine-id")]
    [InlineData("ls /etc/ssh")]
    [InlineData("ls /mnt/*")]
    [InlineData("ls /var/log")]
    [InlineData("ls /run/as-learner")]
    [InlineData("head -c 100 /dev/kmsg")]
    [InlineData("head -c 100 /proc/kcore")]
    [InlineData("ls /dev/sda /dev/vda /dev/nvme0")]
    public async Task Nothing_of_the_host_is_to_be_seen(string script) =>
        (await RunAsync($"[ -z \"$({script} 2>/dev/null)\" ] || echo seen")).OutputText().ShouldNotContain("seen");

    [Theory]
    [InlineData("mount -t tmpfs none /tmp")]
    [InlineData("umount /proc")]
    [InlineData("unshare -U true")]
    [InlineData("unshare -m true")]
    [InlineData("nsenter -t 1 -m true")]
    [InlineData("chroot / true")]
    [InlineData("mknod /tmp/null c 1 3")]
    [InlineData("hostname other")]
    [InlineData("date -s 12:00")]
    [InlineData("dmesg")]
    [InlineData("echo 1 >/proc/sys/kernel/panic")]
    [InlineData("echo b >/proc/sysrq-trigger")]
    [InlineData("echo x >/proc/sys/kernel/core_pattern")]
    [InlineData("touch /usr/x")]
    [InlineData("touch /etc/x")]
    [InlineData("touch /x")]
    [InlineData("touch /dev/x")]
    [InlineData("touch /run/x")]
    [InlineData("ip link set lo down")]
    [InlineData("setpriv --reuid 0 true")]
    [InlineData("echo -500 >/proc/self/oom_score_adj")]
    [InlineData("nice -n -5 sh -c '[ $(nice) -lt 0 ]'")]
    [InlineData("su -c true")]
    public async Task What_steers_the_machine_is_refused(string script) =>
        (await RunAsync($"{script} && echo done")).OutputText().ShouldNotContain("done");

    [Theory]
    [InlineData("ptrace")]
    [InlineData("mount")]
    [InlineData("unshare")]
    [InlineData("setns")]
    [InlineData("keyctl")]
    [InlineData("add_key")]
    [InlineData("bpf")]
    [InlineData("perf_event_open")]
    [InlineData("userfaultfd")]
    [InlineData("io_uring_setup")]
    [InlineData("process_vm_readv")]
    [InlineData("kexec_load")]
    [InlineData("init_module")]
    [InlineData("open_by_handle_at")]
    [InlineData("pidfd_getfd")]
    [InlineData("fsopen")]
    [InlineData("open_tree")]
    [InlineData("acct")]
    [InlineData("swapon")]
    [InlineData("clock_settime")]
    [InlineData("kcmp")]
    public async Task A_dangerous_system_call_is_not_permitted(string name) =>
        await ShouldSayAsync(RunAsync($"perl -e '$r = syscall({NumberOf(name)}, 0, 0, 0, 0, 0); print $r, \" \", $!+0'"), "-1 1");

    [Theory]
    [InlineData("vsock", 40)]
    [InlineData("packet", 17)]
    [InlineData("alg", 38)]
    [InlineData("bluetooth", 31)]
    [InlineData("can", 29)]
    public async Task A_socket_of_another_family_is_not_permitted(string name, int family) =>
        (await RunAsync($"perl -e 'socket(my $s, {family}, 1, 0) or print $!+0'")).OutputText().ShouldBe("1", name);

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

    /// <summary>The number of a system call on this machine's architecture.</summary>
    [LibraryImport("libseccomp.so.2", EntryPoint = "seccomp_syscall_resolve_name", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int NumberOf(string name);

    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int OpenWithoutCare(string path, int flags);
}
