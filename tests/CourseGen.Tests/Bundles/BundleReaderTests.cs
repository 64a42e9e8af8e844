using System.Diagnostics;
using CourseGen.Domain.Bundles;
using CourseGen.Tests.Fuzz;
using CourseGen.Tests.Verifying;
using Shouldly;
using Xunit;

namespace CourseGen.Tests.Bundles;

/// <summary>What the harness reads of a bundle are the bundle's own files; where a link stands in their place, it is told and not followed.</summary>
public sealed class BundleReaderTests : IDisposable
{
    private readonly TinyBundle _bundle = new();

    [Theory]
    [InlineData("course.yaml")]
    [InlineData("variants/reference/variant.yaml")]
    [InlineData("briefs/add.md")]
    [InlineData("starter/README.md")]
    [InlineData("starter/Dockerfile")]
    [InlineData(TinyBundle.Hidden)]
    [InlineData(TinyBundle.Install)]
    public void A_link_in_the_place_of_a_file_that_is_read_is_refused_and_not_followed(string path)
    {
        using (var make = Process.Start("mkfifo", [_bundle.PathOf($"{path}.pipe")])) make.WaitForExit();
        _bundle.Delete(path);
        File.CreateSymbolicLink(_bundle.PathOf(path), Path.GetFileName($"{path}.pipe"));
        IReadOnlyList<BundleError> errors = [];

        // Whoever opens the pipe waits for ever.
        Bounds.Read<InvalidOperationException>(path, () => errors = Should.Throw<BundleInvalidException>(_bundle.Read).Errors);

        errors.ShouldContain(error => error.Path == path && error.Message == "must be a file, not a link");
    }

    [Fact]
    public void Variants_that_are_no_folder_are_refused_by_name()
    {
        _bundle.Delete("variants").Write("variants", "none yet");

        Should.Throw<BundleInvalidException>(_bundle.Read).Errors.ShouldContain(error => error.Path == "variants");
    }

    public void Dispose() => _bundle.Dispose();
}
