using System.Globalization;
using CourseGen.Sandbox;
using CourseGen.Sandbox.Bubblewrap;
using CourseGen.Sandbox.Oci;
using CourseGen.SandboxTests.Contract;
using Shouldly;

namespace CourseGen.SandboxTests.Oci;

/// <summary>Images that are built from a recipe, on a base that needs no registry.</summary>
[Collection(OciEngine.Collection)]
public sealed class ImageBuildTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task An_image_is_built_once_and_boxes_are_made_of_it()
    {
        await using var image = await TestImage.MakeAsync(Cancellation);
        var recipe = Recipe($"FROM {image.Name}\nCOPY deps/list /ours/list\nRUN head -c 3 /ours/list >/ours/built\n", ("deps/list", "abcdef"));
        var built = await OciSandbox.BuildImageAsync(new OciOptions(), recipe, Cancellation);
        (await OciSandbox.BuildImageAsync(new OciOptions(), recipe, Cancellation)).ShouldBe(built);

        using var work = new TemporaryFolder();
        await using (var sandbox = await OciSandbox.StartAsync(new OciOptions { WorkFolder = work.Path, Image = built }, Cancellation))
        {
            sandbox.Report.ImageDigest.ShouldBe(built);
            await using var session = await sandbox.OpenAsync(new SessionSpec { Layers = [], Limits = Sample.Limits }, Cancellation);
            (await session.RunAsync(Side.Learner, Sample.Script("cat /ours/built"), Cancellation)).OutputText().ShouldBe("abc");
        }

        _folder.With("build/deps/list", "another one");
        var other = await OciSandbox.BuildImageAsync(new OciOptions(), recipe, Cancellation);
        other.ShouldNotBe(built);
    }

    [Fact]
    public async Task The_same_image_makes_boxes_without_containers()
    {
        await using var image = await TestImage.MakeAsync(Cancellation);
        var built = await OciSandbox.BuildImageAsync(new OciOptions(), Recipe($"FROM {image.Name}\nRUN echo in the image >/ours/built\n"), Cancellation);
        using var unpacked = new TemporaryFolder();
        using var work = new TemporaryFolder();
        var roots = new ImageRoots(unpacked.Path);
        var root = await roots.UseAsync(new OciOptions { Image = built }, Cancellation);

        await using var sandbox = await BubblewrapSandbox.StartAsync(new BubblewrapOptions { WorkFolder = work.Path, Image = root }, Cancellation);

        sandbox.Report.ImageDigest.ShouldBe(built);
        await using var session = await sandbox.OpenAsync(new SessionSpec { Layers = [], Limits = Sample.Limits }, Cancellation);
        (await RunAsync(session, Side.Learner, "cat /ours/built")).ShouldBe("in the image\n");
        (await RunAsync(session, Side.Learner, "ours")).ShouldBe("our own program\n");
        (await RunAsync(session, Side.Checker, "as-learner ours; id -u; cat /etc/passwd | head -n 2 | tail -n 1")).ShouldBe(
            "our own program\n1000\nlearner:x:1000:1000:learner:/tmp:/bin/sh\n");
        // No program of this machine, nowhere to write, and no word of where the image lies.
        (await RunAsync(session, Side.Learner, "ls /usr/bin | wc -l")).Trim().ShouldBe("8");
        (await RunAsync(session, Side.Learner, "echo x >/ours/new || echo x >/usr/new || echo refused; echo x >/var/tmp/mine && cat /tmp/mine")).ShouldBe("refused\nx\n");
        (await RunAsync(session, Side.Learner, "cat /proc/self/mountinfo")).ShouldNotContain(unpacked.Path);
    }

    [Fact]
    public async Task An_unpacked_image_is_there_as_long_as_somebody_uses_it_and_as_there_is_room()
    {
        await using var image = await TestImage.MakeAsync(Cancellation);
        using var unpacked = new TemporaryFolder();
        var options = new OciOptions { Image = image.Name };
        // As somebody leaves it who is cut off while he makes one, or removes one.
        string[] cutOff = [Path.Combine(unpacked.Path, "some.making"), Path.Combine(unpacked.Path, "other.going")];
        foreach (var place in cutOff) Directory.CreateDirectory(Path.Combine(place, "root"));

        var first = await new ImageRoots(unpacked.Path).UseAsync(options, Cancellation);
        var again = await new ImageRoots(unpacked.Path, cap: 0).UseAsync(options, Cancellation);
        again.Folder.ShouldBe(first.Folder);
        cutOff.Where(Directory.Exists).ShouldBeEmpty();
        Directory.Exists(first.Folder).ShouldBeTrue();
        first.Dispose();
        again.Dispose();

        var second = await UseAnotherAsync(image, "second", unpacked.Path, long.MaxValue);
        second.Dispose();
        // There is room for two; the third costs the one that was used longest ago, and not the other.
        var bytes = 2 * long.Parse(File.ReadAllText(Path.Combine(second.Folder, "../bytes")), CultureInfo.InvariantCulture);
        using var third = await UseAnotherAsync(image, "third", unpacked.Path, bytes);
        Directory.Exists(first.Folder).ShouldBeFalse();
        Directory.Exists(second.Folder).ShouldBeTrue();
        Directory.Exists(third.Folder).ShouldBeTrue();
        await Should.ThrowAsync<SandboxException>(new ImageRoots(unpacked.Path).UseAsync(new OciOptions { Image = "no/such:image" }, Cancellation));
    }

    [Fact]
    public async Task An_image_whose_folders_lead_elsewhere_is_not_unpacked()
    {
        await using var image = await TestImage.MakeAsync(Cancellation, ("var", "/root"));
        using var unpacked = new TemporaryFolder();

        var refused = await Should.ThrowAsync<SandboxException>(new ImageRoots(unpacked.Path).UseAsync(new OciOptions { Image = image.Name }, Cancellation));

        refused.Message.ShouldContain("/var");
        Directory.GetDirectories(unpacked.Path).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("RUN echo said; exit 3", "said")]
    [InlineData("COPY no/such/file /", "no/such/file")]
    [InlineData("NONSENSE", "NONSENSE")]
    public async Task A_build_that_fails_says_what_it_said(string line, string said)
    {
        await using var image = await TestImage.MakeAsync(Cancellation);
        var failed = await Should.ThrowAsync<SandboxException>(
            OciSandbox.BuildImageAsync(new OciOptions(), Recipe($"FROM {image.Name}\n{line}\n"), Cancellation));
        failed.Message.ShouldContain(said, Case.Insensitive);
    }

    [Fact]
    public async Task A_build_without_network_has_none_and_one_that_takes_too_long_is_given_up()
    {
        await using var image = await TestImage.MakeAsync(Cancellation);
        var recipe = Recipe($"FROM {image.Name}\nRUN cat /proc/net/route; sleep 100\n") with { Within = TimeSpan.FromSeconds(15) };
        var failed = await Should.ThrowAsync<SandboxException>(OciSandbox.BuildImageAsync(new OciOptions(), recipe, Cancellation));
        failed.Message.ShouldContain("not built within");
        failed.Message.ShouldContain("Iface");
        failed.Message.ShouldNotContain("eth0");
    }

    private async Task<ImageRoot> UseAnotherAsync(TestImage from, string text, string folder, long cap)
    {
        var image = await OciSandbox.BuildImageAsync(new OciOptions(), Recipe($"FROM {from.Name}\nRUN echo {text} >/ours/built\n"), Cancellation);
        return await new ImageRoots(folder, cap).UseAsync(new OciOptions { Image = image }, Cancellation);
    }

    private static async Task<string> RunAsync(ISession session, Side side, string script)
    {
        var result = await session.RunAsync(side, Sample.Script(script), Cancellation);
        result.Ending.ShouldBe(new Ending.Exited(0), result.ErrorText());
        return result.OutputText();
    }

    private ImageRecipe Recipe(string dockerfile, params (string Path, string Text)[] files) => new()
    {
        Files =
        [
            .. files.Prepend(("Dockerfile", dockerfile)).Select(file =>
            {
                _folder.With($"build/{file.Item1}", file.Item2);
                return new RecipeFile(file.Item1, Path.Combine(_folder.Path, "build", file.Item1), Executable: false);
            }),
        ],
    };
}
