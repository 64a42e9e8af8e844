using System.Diagnostics;
using CourseGen.Sandbox;
using CourseGen.Sandbox.Oci;
using CourseGen.SandboxTests.Contract;
using Shouldly;

namespace CourseGen.SandboxTests.Oci;

/// <summary>What is this engine's own: its report, its images, and that it clears up however it ends.</summary>
[Collection(OciEngine.Collection)]
public sealed class OciEngineTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_report_names_the_engine_and_what_it_does_not_guarantee()
    {
        await using var sandbox = await StartAsync();
        sandbox.Report.Name.ShouldBe("oci");
        sandbox.Report.Version.ShouldMatch(@"^(docker|podman) \d+\.\d+");
        sandbox.Report.Guarantees.Where(one => one.Required).ShouldAllBe(one => one.Holds);
        sandbox.Report.Guarantees.ShouldContain(one => one.Name == "memory of a box is limited" && one.Holds);
        sandbox.Report.Guarantees.Where(one => !one.Holds).Select(one => one.Name)
            .ShouldBe(["limits hold for a whole box at a time", "nothing is left when this process is killed"]);
    }

    [Fact]
    public async Task Contents_that_no_layer_has_any_more_take_no_room()
    {
        await using var sandbox = await StartAsync();
        using var one = new TemporaryFolder().With("a", "shared").With("b", "one");
        using var other = new TemporaryFolder().With("c", "shared").With("d", "other");
        var first = await sandbox.KeepFolderAsync(one.Path, Cancellation);
        var second = await sandbox.KeepFolderAsync(other.Path, Cancellation);

        await sandbox.DropAsync([first]);

        Directory.GetFiles(Directory.GetDirectories(_folder.Path).Single()).Select(File.ReadAllText).Order().ShouldBe(["other", "shared"]);
        await using var session = await sandbox.OpenAsync(new SessionSpec { Layers = [second], Limits = Sample.Limits }, Cancellation);
        (await session.RunAsync(Side.Learner, Sample.Script("cat c d"), Cancellation)).OutputText().ShouldBe("sharedother");
    }

    [Fact]
    public async Task Where_no_engine_answers_it_is_not_usable_and_says_what_to_do()
    {
        var options = new OciOptions { WorkFolder = _folder.Path, Address = $"unix://{_folder.Path}/nobody" };
        await using var sandbox = await OciSandbox.StartAsync(options, Cancellation);
        sandbox.Report.Usable.ShouldBeFalse();
        var refused = await Should.ThrowAsync<SandboxException>(sandbox.OpenAsync(new SessionSpec { Layers = [], Limits = Sample.Limits }, Cancellation));
        refused.Message.ShouldContain("DOCKER_HOST");
    }

    [Theory]
    [InlineData("ssh://host")]
    [InlineData("unix://")]
    [InlineData("host")]
    public async Task An_address_of_another_kind_is_refused(string address)
    {
        var options = new OciOptions { WorkFolder = _folder.Path, Address = address };
        (await Should.ThrowAsync<SandboxException>(OciSandbox.StartAsync(options, Cancellation))).Message.ShouldContain(address);
    }

    [Fact]
    public async Task An_image_that_is_not_there_is_refused_by_name()
    {
        var options = new OciOptions { WorkFolder = _folder.Path, Image = "no/such:image" };
        (await Should.ThrowAsync<SandboxException>(OciSandbox.StartAsync(options, Cancellation))).Message.ShouldContain("no/such:image");
    }

    [Fact]
    public async Task Boxes_of_an_image_have_its_programs_its_path_and_no_volume_without_a_limit()
    {
        await using var image = await TestImage.MakeAsync(Cancellation);
        await using var sandbox = await OciSandbox.StartAsync(new OciOptions { WorkFolder = _folder.Path, Image = image.Name }, Cancellation);
        sandbox.Report.Usable.ShouldBeTrue(string.Join('\n', sandbox.Report.Guarantees));
        var spec = new SessionSpec { Layers = [], Limits = Sample.Limits with { DiskBytes = 4 << 20 } };
        await using var session = await sandbox.OpenAsync(spec, Cancellation);

        var seen = await session.RunAsync(Side.Learner, Sample.Script("ours; id -un; ls /usr/share || echo none"), Cancellation);
        seen.OutputText().ShouldBe("our own program\nlearner\nnone\n");
        // Wherever a box may write, it can write so much and no more.
        var filled = await session.RunAsync(Side.Learner, Sample.Script(
            """
            while read -r _ _ _ _ place _; do
                head -c 20000000 /dev/zero >$place/file
                [ ! -f $place/file ] || echo $place $(wc -c <$place/file)
            done </proc/self/mountinfo 2>/dev/null
            """), Cancellation);
        var places = filled.OutputText().Split('\n', StringSplitOptions.RemoveEmptyEntries).ToDictionary(line => line.Split(' ')[0], line => int.Parse(line.Split(' ')[1]));
        places.Keys.ShouldContain("/data", filled.ErrorText());
        places.Where(place => place.Value > 4 << 20).ShouldBeEmpty();
        (await session.RunAsync(Side.Checker, Sample.Script("as-learner ours"), Cancellation)).OutputText().ShouldBe("our own program\n");
    }

    [Fact]
    public async Task An_engine_that_is_disposed_of_leaves_nothing()
    {
        await using (var sandbox = await StartAsync())
        {
            using var kept = new TemporaryFolder().With("a/b", "");
            var layer = await sandbox.KeepFolderAsync(kept.Path, Cancellation);
            var session = await sandbox.OpenAsync(new SessionSpec { Layers = [layer], Limits = Sample.Limits }, Cancellation);
            await session.StartAsync(Sample.Script("sleep 1000"), Cancellation);
        }

        Directory.EnumerateFileSystemEntries(_folder.Path).ShouldBeEmpty();
        (await DockerLeftovers.AllAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_an_engine_that_was_killed_leaves_the_next_one_removes()
    {
        using var owner = await StartOwnerAsync();
        owner.Kill();
        await owner.WaitForExitAsync(Cancellation);
        (await DockerLeftovers.AllAsync()).ShouldNotBeEmpty();
        Directory.EnumerateFileSystemEntries(_folder.Path).ShouldNotBeEmpty();
        await using (await StartAsync())
            (await DockerLeftovers.AllAsync()).ShouldBeEmpty();
        Directory.EnumerateFileSystemEntries(_folder.Path).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_an_engine_that_lives_has_the_next_one_leaves_alone()
    {
        using var owner = await StartOwnerAsync();
        var before = await DockerLeftovers.AllAsync();
        await using (await StartAsync())
        {
            // The owner may be removing the box of a command that has ended; its keeper and its service stay.
            var after = await DockerLeftovers.AllAsync();
            after.Where(IsVolume).ShouldBe(before.Where(IsVolume), ignoreOrder: true);
            after.Count(one => !IsVolume(one)).ShouldBeGreaterThanOrEqualTo(2);
        }

        owner.Kill();
        await owner.WaitForExitAsync(Cancellation);
        await using var last = await StartAsync();
    }

    [Fact]
    public async Task A_box_that_somebody_outside_kills_is_our_fault_and_not_the_programs()
    {
        await using var sandbox = await StartAsync();
        await using var session = await sandbox.OpenAsync(new SessionSpec { Layers = [], Limits = Sample.Limits }, Cancellation);
        var before = await DockerLeftovers.AllAsync();
        await using var service = await session.StartAsync(Sample.Script("sleep 1000"), Cancellation);
        var box = (await DockerLeftovers.AllAsync()).Except(before, StringComparer.Ordinal).ShouldHaveSingleItem();
        using var api = await TestImage.ConnectAsync();
        await api.PostAsync($"/containers/{box.Split(' ')[1]}/kill", null, Cancellation);
        (await service.Completion).Ending.ShouldBeOfType<Ending.EngineFault>();
    }

    private static bool IsVolume(string leftover) => leftover.StartsWith("volume ", StringComparison.Ordinal);

    private Task<OciSandbox> StartAsync() => OciSandbox.StartAsync(new OciOptions { WorkFolder = _folder.Path }, Cancellation);

    private async Task<Process> StartOwnerAsync()
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "CourseGen.SandboxTests"), [EngineOwner.Mode, "oci", _folder.Path])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
        };
        var owner = Process.Start(start)!;
        (await owner.StandardOutput.ReadLineAsync(Cancellation)).ShouldBe(EngineOwner.Ready);
        return owner;
    }
}
