using CourseGen.Domain.Content;
using Shouldly;
using Xunit;

namespace CourseGen.Tests.Content;

/// <summary>A tree of files has one listing and one digest.</summary>
public sealed class FileTreeTests
{
    private const string Abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    [Fact]
    public void The_listing_is_sorted_by_the_bytes_of_the_paths()
    {
        // In UTF-16 the second of these sorts before the first, in UTF-8 after it.
        var tree = new FileTree(
            [File("b"), File("\U0001F600"), File("\uFF5E"), File("a/b c", executable: true), File("a.txt")]);

        tree.Listing.ShouldBe(
            $"100644 a.txt 3 {Abc}\n100755 a/b c 3 {Abc}\n100644 b 3 {Abc}\n"
            + $"100644 \uFF5E 3 {Abc}\n100644 \U0001F600 3 {Abc}\n");
    }

    [Fact]
    public void The_digest_is_the_sha_256_of_the_listing()
    {
        FileTree.Empty.Digest.ShouldBe("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        var tree = new FileTree([File("a")]);
        tree.Digest.ShouldBe(BlobId.Of(System.Text.Encoding.UTF8.GetBytes(tree.Listing)).Value);
    }

    [Fact]
    public void Whatever_changes_changes_the_digest()
    {
        FileTree[] trees =
        [
            new([File("a")]), new([File("b")]), new([File("a", executable: true)]), new([File("a") with { Length = 4 }]),
            new([File("a") with { Blob = BlobId.Of("x"u8) }]), new([File("a"), File("b")]), FileTree.Empty,
        ];

        trees.Select(tree => tree.Digest).Distinct().Count().ShouldBe(trees.Length);
    }

    [Fact]
    public void A_listing_is_read_back_as_the_same_tree()
    {
        var tree = new FileTree([File("b"), File("a/b c 3", executable: true)]);

        var again = FileTree.Parse(tree.Listing);

        again.Files.ShouldBe(tree.Files);
        again.Digest.ShouldBe(tree.Digest);
        again.Find("a/b c 3")!.Executable.ShouldBeTrue();
        again.Find("a").ShouldBeNull();
        FileTree.Parse("").Files.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("100644 a 3 " + Abc)]
    [InlineData("100644 b 3 " + Abc + "\n100644 a 3 " + Abc + "\n")]
    [InlineData("100644 a 03 " + Abc + "\n")]
    [InlineData("100644 a -3 " + Abc + "\n")]
    [InlineData("100600 a 3 " + Abc + "\n")]
    [InlineData("100644 3 " + Abc + "\n")]
    [InlineData("100644 a 3 abc\n")]
    [InlineData("\n")]
    [InlineData("x\n")]
    public void What_is_no_canonical_listing_is_refused(string listing) =>
        Should.Throw<FormatException>(() => FileTree.Parse(listing));

    [Theory]
    [InlineData("")]
    [InlineData("/a")]
    [InlineData("a/")]
    [InlineData("a//b")]
    [InlineData("../a")]
    [InlineData("a/./b")]
    [InlineData("a\\b")]
    [InlineData("a\nb")]
    [InlineData("a\0b")]
    public void A_path_that_leaves_the_tree_or_the_line_is_refused(string path) =>
        Should.Throw<FormatException>(() => new FileTree([File(path)]));

    [Fact]
    public void A_path_that_utf_8_cannot_spell_is_refused() =>
        Should.Throw<FormatException>(() => new FileTree([File("a" + (char)0xD800)]));

    [Fact]
    public void A_path_is_there_once_and_is_a_file_or_a_folder()
    {
        Should.Throw<FormatException>(() => new FileTree([File("a"), File("a", executable: true)]));
        Should.Throw<FormatException>(() => new FileTree([File("a"), File("a/b/c")]));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD")]
    public void Only_64_lower_case_digits_name_a_blob(string? text) => BlobId.TryParse(text, out _).ShouldBeFalse();

    private static FileEntry File(string path, bool executable = false) =>
        new(path, BlobId.Of("abc"u8), 3, executable);
}
