using CourseGen.Sandbox;
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
