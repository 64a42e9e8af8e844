using CourseGen.Domain.Bundles;
using CourseGen.Tests.Verifying;
using Shouldly;
using Xunit;

namespace CourseGen.Tests.Bundles;

/// <summary>A folder is held against the contract, and what is wrong is named where the author can mend it.</summary>
public sealed class BundleContractTests : IDisposable
{
    private readonly TinyBundle _tiny = new();

    [Fact]
    public void A_surface_that_is_misspelt_asks_for_nothing_further()
    {
        _tiny.Change(TinyBundle.Manifest, "surface: command", "surface: cli");
        Error().ShouldEndWith("'surface' must be one of http, command; it is 'cli'");
    }

    [Fact]
    public void An_id_that_is_none_is_the_only_error()
    {
        _tiny.Change(TinyBundle.Manifest, "- id: add\n", "- id: Add\n");
        Error().ShouldEndWith("'deliverables[0].id' must be 1 to 40 of a-z, 0-9 and hyphen; it is 'Add'");
    }

    [Theory]
    [InlineData("owns: [add.sh]", "owns: add.sh", "'deliverables[0].owns' must be a list, such as [add.sh]")]
    [InlineData("surface: command", "surface: a: b", "is not readable YAML: While scanning a plain scalar value, found invalid mapping. Lines are indented with spaces, a text with ': ' or ' #' in it stands in quotes, and no field comes twice")]
    public void What_is_wrong_is_said_with_how_it_is_written(string before, string after, string error)
    {
        _tiny.Change(TinyBundle.Manifest, before, after);
        Error().ShouldEndWith(error);
    }

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
    public void What_a_deliverable_owns_is_there(string pattern)
    {
        _tiny.Change(TinyBundle.Manifest, "owns: [add.sh]", $"owns: [add.sh, '{pattern}']");
        Error().ShouldBe($"course.yaml: the deliverable 'add' owns '{pattern}', which is no file of the starter, the reference or a milestone; name what the learner edits (only *, ? and ** stand for other characters)");
    }

    [Theory]
    [InlineData("add.sh, 'src/**'", true)]
    [InlineData("add.sh, src/", true)]
    [InlineData("'src/**'", false)]
    public void A_place_for_files_may_be_empty_unless_nothing_else_is_owned(string patterns, bool holds)
    {
        _tiny.Change(TinyBundle.Manifest, "owns: [add.sh]", $"owns: [{patterns}]");
        if (holds) _tiny.Read().Manifest.Deliverables[0].Owns.Count.ShouldBe(2);
        else Error().ShouldStartWith("course.yaml: the deliverable 'add' owns 'src/**'");
    }

    [Theory]
    [InlineData("starter")]
    [InlineData("variants/reference/files/deep")]
    public void A_repository_in_a_bundle_is_refused(string folder)
    {
        _tiny.Write($"{folder}/.git/HEAD", "ref").Write($"{folder}/.git/objects/aa/bb", "x").Write($"{folder}/.gitignore", "*.o");
        Error().ShouldBe($"{folder}/.git: is a repository of its own, whose history a learner would get; take it out");
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

    [Theory]
    [InlineData("variants/reference/file/add.sh")]
    [InlineData("variants/reference/change.patch")]
    public void A_variant_is_its_description_and_its_files(string path)
    {
        _tiny.Write(path, "");
        Error().ShouldBe($"{path}: is no part of the variant; what is laid over its base belongs in variants/reference/files/");
    }

    [Fact]
    public void Only_folders_belong_among_the_variants()
    {
        _tiny.Write("variants/README.md", "");
        Error().ShouldBe("variants/README.md: is a file, and only folders belong in variants/: one for each known solution");
    }

    [Theory]
    [InlineData("starter")]
    [InlineData("harness-links")]
    public void The_harness_has_names_of_its_own(string name)
    {
        Directory.Move(_tiny.PathOf("variants/buggy-sign"), _tiny.PathOf($"variants/{name}"));
        Error().ShouldBe($"variants/{name}: cannot be called '{name}': the harness uses that name for its own row");
    }

    [Theory]
    [InlineData("lib/")]
    [InlineData("ad.sh")]
    public void A_variant_deletes_what_its_base_has(string path)
    {
        _tiny.Append("variants/buggy-sign/variant.yaml", $"\ndelete: [{path}]\n");
        Error().ShouldBe($"variants/buggy-sign/variant.yaml: deletes '{path}', which its base, the reference, does not have");
        _tiny.Write("variants/reference/files/lib/one.sh", "").Write("variants/reference/files/ad.sh", "");
        _tiny.Read().Variants.ShouldNotBeEmpty();
    }

    [Fact]
    public void A_variant_does_not_delete_what_comes_from_the_bundle()
    {
        _tiny.Append("variants/buggy-sign/variant.yaml", "\ndelete: [Dockerfile]\n");
        Error().ShouldBe("variants/buggy-sign/variant.yaml: deletes 'Dockerfile', which always comes from the bundle");
    }

    [Fact]
    public void Deliverables_that_cannot_be_read_are_told_without_what_follows_from_that()
    {
        _tiny.Change(TinyBundle.Manifest, "\ndeliverables:", "\ndeliverable:");
        Errors().ShouldAllBe(error => error.StartsWith("course.yaml:", StringComparison.Ordinal) && error.Contains("'deliverable", StringComparison.Ordinal));
        Errors().Count.ShouldBe(2);
    }

    [Fact]
    public void Promises_that_cannot_be_read_are_told_without_what_follows_from_that()
    {
        _tiny.Change(TinyBundle.Manifest, "    promises:", "    promise:");
        Errors().ShouldAllBe(error => error.StartsWith("course.yaml:", StringComparison.Ordinal) && error.Contains("'deliverables[0].promise", StringComparison.Ordinal));
    }

    [Fact]
    public void A_missing_format_is_one_error()
    {
        _tiny.Without(TinyBundle.Manifest, "format:");
        Error().ShouldBe("course.yaml:1: 'format' is missing");
    }

    [Theory]
    [InlineData("starter/example.sh", "../checks/add/hidden/check.sh", "starter", "checks/add/hidden/check.sh")]
    [InlineData("checks/add/visible/more.sh", "../hidden/check.sh", "checks/add/visible", "checks/add/hidden/check.sh")]
    [InlineData("checks/add/visible/tap.sh", "../../shared/tap.sh", "checks/add/visible", "checks/shared/tap.sh")]
    [InlineData("variants/reference/files/lib/same.sh", "../../../partial-zero/files/add.sh", "variants/reference/files", "variants/partial-zero/files/add.sh")]
    public void A_link_that_leaves_its_part_would_lead_nowhere(string path, string target, string part, string leads)
    {
        Link(path, target);
        Error().ShouldBe($"{path}: is a symbolic link that leaves {part}/ (to '{leads}'); that folder is laid out by itself, and the link would lead nowhere: put the file there");
    }

    [Theory]
    [InlineData("starter/lib/same.sh", "../add.sh")]
    [InlineData("variants/reference/files/lib/same.sh", "../starter-has-it.sh")]
    [InlineData("checks/add/hidden/tap.sh", "../../shared/tap.sh")]
    public void A_link_within_its_part_stays(string path, string target)
    {
        _tiny.Write("checks/shared/tap.sh", "");
        Link(path, target);
        _tiny.Read().Files.Find(path)!.Link.ShouldBeTrue();
    }

    public void Dispose() => _tiny.Dispose();

    private void Link(string path, string target)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_tiny.PathOf(path))!);
        File.CreateSymbolicLink(_tiny.PathOf(path), target);
    }

    private string Error() => Errors().ShouldHaveSingleItem();

    private IReadOnlyList<string> Errors() => [.. Should.Throw<BundleInvalidException>(() => _tiny.Read()).Errors.Select(error => error.ToString())];
}
