using CourseGen.Sandbox;
using Shouldly;

namespace CourseGen.SandboxTests.Contract;

public abstract partial class SandboxContract
{
    [Fact]
    public async Task A_workspace_is_a_copy_that_is_fresh_in_every_session()
    {
        using var folder = new TemporaryFolder().With("a", "host\n").With("deep/b", "host\n");
        var layer = await Sandbox.KeepFolderAsync(folder.Path, Cancellation);
        await using (var first = await OpenAsync(layer))
            await ShouldSayAsync(LearnerAsync(first, "echo learner >a; rm -r deep; echo new >c; cat a; ls"), "learner\na\nc");
        await using var second = await OpenAsync(layer);
        await ShouldSayAsync(LearnerAsync(second, "cat a deep/b; ls"), "host\nhost\na\ndeep");
        (await File.ReadAllTextAsync(Path.Combine(folder.Path, "a"), Cancellation)).ShouldBe("host\n");
    }

    [Fact]
    public async Task The_learner_owns_the_files_of_a_layer_and_may_run_what_could_be_run()
    {
        using var folder = new TemporaryFolder().With("run", "#!/bin/sh\necho ran\n", runnable: true).With("plain", "x");
        File.SetUnixFileMode(Path.Combine(folder.Path, "plain"), UnixFileMode.UserRead);
        var layer = await Sandbox.KeepFolderAsync(folder.Path, Cancellation);
        await using var session = await OpenAsync(layer);
        await ShouldSayAsync(
            LearnerAsync(session, "./run; [ -x plain ] || echo not; echo more >>plain; stat -c %U:%G . run"),
            "ran\nnot\nlearner:learner\nlearner:learner");
        await ShouldSayAsync(CheckerAsync(session, "cat plain"), "xmore");
    }

    [Fact]
    public async Task A_file_of_a_layer_keeps_the_time_at_which_it_was_written()
    {
        using var folder = new TemporaryFolder().With("old", "").With("deep/older", "");
        File.SetLastWriteTimeUtc(Path.Combine(folder.Path, "old"), DateTime.UnixEpoch.AddSeconds(1_000_000_000));
        File.SetLastWriteTimeUtc(Path.Combine(folder.Path, "deep/older"), DateTime.UnixEpoch.AddSeconds(900_000_000));
        var layer = await Sandbox.KeepFolderAsync(folder.Path, Cancellation);
        await using var session = await OpenAsync(layer);
        await ShouldSayAsync(LearnerAsync(session, "stat -c %Y old deep/older"), "1000000000\n900000000");
    }

    [Fact]
    public async Task Symbolic_links_are_kept_as_links()
    {
        using var folder = new TemporaryFolder().With("target", "text");
        File.CreateSymbolicLink(Path.Combine(folder.Path, "link"), "target");
        File.CreateSymbolicLink(Path.Combine(folder.Path, "out"), "/etc/passwd");
        File.CreateSymbolicLink(Path.Combine(folder.Path, "nowhere"), "/no/such/file");
        var layer = await Sandbox.KeepFolderAsync(folder.Path, Cancellation);
        await using var session = await OpenAsync(layer);
        await ShouldSayAsync(LearnerAsync(session, "readlink link out nowhere; cat link"), "target\n/etc/passwd\n/no/such/file\ntext");
    }

    [Fact]
    public async Task A_later_layer_wins()
    {
        using var lower = new TemporaryFolder().With("a", "lower").With("b", "lower").With("folder/x", "lower");
        using var upper = new TemporaryFolder().With("a", "upper").With("folder/y", "upper");
        var layers = new[]
        {
            await Sandbox.KeepFolderAsync(lower.Path, Cancellation), await Sandbox.KeepFolderAsync(upper.Path, Cancellation),
        };
        await using var session = await OpenAsync(layers);
        await ShouldSayAsync(LearnerAsync(session, "cat a b; ls folder"), "upperlowerx\ny");
    }

    [Fact]
    public async Task A_layer_that_is_let_go_of_stays_with_its_sessions_and_is_gone_for_others()
    {
        using var folder = new TemporaryFolder().With("a", "one");
        var dropped = await Sandbox.KeepFolderAsync(folder.Path, Cancellation);
        var kept = await Sandbox.KeepFolderAsync(folder.Path, Cancellation);
        await using (var session = await OpenAsync(dropped))
        {
            await Sandbox.DropAsync([dropped]);
            await ShouldSayAsync(LearnerAsync(session, "cat a"), "one");
            await Should.ThrowAsync<SandboxException>(OpenAsync(dropped));
        }

        await Sandbox.DropAsync([dropped]);
        await Should.ThrowAsync<SandboxException>(OpenAsync(dropped));
        await using var other = await OpenAsync(kept);
        await ShouldSayAsync(LearnerAsync(other, "cat a"), "one");
    }

    [Fact]
    public async Task Absent_paths_are_gone_before_anything_runs()
    {
        using var folder = new TemporaryFolder().With("keep", "").With("gone", "").With("tree/a/b", "").With("odd 'name'\n*", "");
        var layer = await Sandbox.KeepFolderAsync(folder.Path, Cancellation);
        var spec = new SessionSpec
        {
            Layers = [layer],
            Limits = Sample.Limits,
            Absent = ["gone", "tree/a", "never/was", "odd 'name'\n*"],
        };
        await using var session = await Sandbox.OpenAsync(spec, Cancellation);
        await ShouldSayAsync(CheckerAsync(session, "find . | sort"), ".\n./keep\n./tree");
    }

    [Theory]
    [InlineData("/etc")]
    [InlineData("../x")]
    [InlineData("a/../../b")]
    [InlineData("")]
    public async Task An_absent_path_outside_the_workspace_is_refused(string path)
    {
        var spec = new SessionSpec { Layers = [], Limits = Sample.Limits, Absent = [path] };
        await Should.ThrowAsync<SandboxException>(Sandbox.OpenAsync(spec, Cancellation));
    }

    [Fact]
    public async Task An_absent_path_through_a_link_reaches_nothing_of_the_host()
    {
        using var victim = new TemporaryFolder().With("precious", "");
        using var folder = new TemporaryFolder();
        Directory.CreateSymbolicLink(Path.Combine(folder.Path, "link"), victim.Path);
        var layer = await Sandbox.KeepFolderAsync(folder.Path, Cancellation);
        var spec = new SessionSpec { Layers = [layer], Limits = Sample.Limits, Absent = ["link/precious"] };
        await using var session = await Sandbox.OpenAsync(spec, Cancellation);
        File.Exists(Path.Combine(victim.Path, "precious")).ShouldBeTrue();
    }

    [Fact]
    public async Task Kept_changes_lie_on_top_of_the_same_layers_with_their_deletions()
    {
        using var folder = new TemporaryFolder().With("a", "1").With("gone", "1").With("replaced/old", "1").With("moved/x", "1");
        var layer = await Sandbox.KeepFolderAsync(folder.Path, Cancellation);
        Layer changes;
        await using (var session = await OpenAsync(layer))
        {
            ShouldExit(
                await LearnerAsync(
                    session,
                    "echo 2 >a; rm gone; rm -r replaced; mkdir replaced; echo 2 >replaced/new; mv moved/x y; chmod 0 a; mkfifo pipe"), 0);
            changes = await session.KeepChangesAsync(Cancellation);
        }

        await using var next = await OpenAsync(layer, changes);
        await ShouldSayAsync(
            LearnerAsync(next, "chmod 600 a; cat a y; find . | sort | tr '\\n' ' '"), "2\n1. ./a ./moved ./replaced ./replaced/new ./y ");
    }

    [Fact]
    public async Task Changes_can_be_kept_on_top_of_kept_changes()
    {
        Layer first, second;
        await using (var session = await OpenAsync())
        {
            await LearnerAsync(session, "mkdir d; echo 1 >d/one");
            first = await session.KeepChangesAsync(Cancellation);
        }

        await using (var session = await OpenAsync(first))
        {
            await LearnerAsync(session, "rm -r d; mkdir d; echo 2 >d/two");
            second = await session.KeepChangesAsync(Cancellation);
        }

        await using var last = await OpenAsync(first, second);
        await ShouldSayAsync(LearnerAsync(last, "cat d/*"), "2");
    }

    [Fact]
    public async Task A_layer_that_nobody_kept_is_refused() =>
        await Should.ThrowAsync<SandboxException>(OpenAsync(new Layer("../../etc")));

    [Fact]
    public async Task The_checker_reads_the_workspace_as_it_is_now_and_cannot_write_it()
    {
        await using var session = await OpenAsync();
        await LearnerAsync(session, "echo 1 >a; mkdir d");
        await ShouldSayAsync(
            CheckerAsync(session, "cat a; { echo 2 >a; echo 2 >d/b; rm a; mv d e; chmod 777 a; } 2>&1 | wc -l; cat a"), "1\n5\n1");
    }

    [Fact]
    public async Task The_exchange_folder_is_empty_at_first_and_both_write_it()
    {
        await using var session = await OpenAsync();
        await ShouldSayAsync(CheckerAsync(session, "ls -A /exchange; umask 077; echo given >/exchange/in"), "");
        await ShouldSayAsync(LearnerAsync(session, "ls /exchange; umask 0; mkdir /exchange/d; echo left >/exchange/d/out"), "in");
        await ShouldSayAsync(CheckerAsync(session, "cat /exchange/d/out; rm -r /exchange/d; ls /exchange"), "left\nin");
    }
}
