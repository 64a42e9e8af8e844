using CourseGen.Domain.Bundles;
using Shouldly;
using Xunit;

namespace CourseGen.Tests.Verifying;

/// <summary>A folder is held against the contract, and what is wrong is named where the author can mend it.</summary>
public sealed class BundleReaderTests : IDisposable
{
    private readonly TinyBundle _tiny = new();

    [Fact]
    public void A_byte_order_mark_and_carriage_returns_change_nothing()
    {
        _tiny.Write(TinyBundle.Manifest, "\uFEFF" + _tiny.TextOf(TinyBundle.Manifest).ReplaceLineEndings("\r\n"));
        _tiny.Read().Manifest.Slug.ShouldBe("add-numbers");
    }

    [Theory]
    [InlineData("ad.sh")]
    [InlineData("[")]
    [InlineData("[a]dd.sh")]
    [InlineData("src/**")]
    public void What_a_deliverable_owns_is_there(string pattern)
    {
        _tiny.Change(TinyBundle.Manifest, "owns: [add.sh]", $"owns: [add.sh, '{pattern}']");
        Error().ShouldBe($"course.yaml: the deliverable 'add' owns '{pattern}', which is no file of the starter, the reference or a milestone; name what the learner edits (only *, ? and ** stand for other characters)");
    }

    [Fact]
    public void A_deliverable_may_own_what_only_a_solution_has()
    {
        _tiny.Write("variants/reference/files/src/sum.sh", "#!/bin/sh\n").Change(TinyBundle.Manifest, "owns: [add.sh]", "owns: [add.sh, src/]");
        _tiny.Read().Variants.ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("Dockerfile")]
    [InlineData("checks")]
    [InlineData(".coursegen/**")]
    public void Nobody_owns_what_comes_from_the_bundle(string pattern)
    {
        _tiny.Change(TinyBundle.Manifest, "owns: [add.sh]", $"owns: [add.sh, '{pattern}']");
        Errors().ShouldContain(error => error.EndsWith($"'deliverables[0].owns' holds '{pattern}', which always comes from the bundle; name what the learner edits", StringComparison.Ordinal));
    }

    public void Dispose() => _tiny.Dispose();

    private string Error() => Errors().ShouldHaveSingleItem();

    private IReadOnlyList<string> Errors() => [.. Should.Throw<BundleInvalidException>(() => _tiny.Read()).Errors.Select(error => error.ToString())];
}
