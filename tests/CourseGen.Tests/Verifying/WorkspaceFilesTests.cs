using CourseGen.App.Verifying;
using Shouldly;
using Xunit;

namespace CourseGen.Tests.Verifying;

/// <summary>What a workspace holds when files, folders and links of starter, reference and variant meet.</summary>
public sealed class WorkspaceFilesTests : IDisposable
{
    private const string Naive = "variants/naive-octal";

    private readonly TinyBundle _bundle = new();
    private readonly DirectoryInfo _elsewhere = Directory.CreateTempSubdirectory("coursegen-elsewhere-");

    public void Dispose()
    {
        _bundle.Dispose();
        _elsewhere.Delete(recursive: true);
    }

    [Fact]
    public void A_variant_never_writes_through_a_link_of_the_reference()
    {
        // Nothing lies where the link leads, so that a folder could come to lie there.
        File.CreateSymbolicLink(_bundle.PathOf("variants/reference/files/way"), "out");
        _bundle.Change($"{Naive}/variant.yaml", "base: starter", "base: reference").Write($"{Naive}/files/way/in/file", "text");
        var bundle = _bundle.Read();

        var files = WorkspaceFiles.OfVariant(bundle, bundle.Variants.Single(one => one.Name == "naive-octal"));

        files.Files.Keys.Where(path => path.StartsWith("way", StringComparison.Ordinal)).ShouldBe(["way/in/file"]);
    }

    [Fact]
    public void A_file_where_a_folder_was_leaves_nothing_of_the_folder()
    {
        _bundle.Write("variants/reference/files/way/in/file", "text");
        _bundle.Change($"{Naive}/variant.yaml", "base: starter", "base: reference").Write($"{Naive}/files/way", "text");
        var bundle = _bundle.Read();

        var files = WorkspaceFiles.OfVariant(bundle, bundle.Variants.Single(one => one.Name == "naive-octal"));

        files.Files.Keys.Where(path => path.StartsWith("way", StringComparison.Ordinal)).ShouldBe(["way"]);
    }

    [Fact]
    public void Nothing_is_laid_through_a_link_whatever_the_paths_are()
    {
        var text = Path.Combine(_elsewhere.FullName, "text");
        File.WriteAllText(text, "text");
        var inner = _elsewhere.CreateSubdirectory("inner");
        using var scratch = new ScratchFolder();

        Should.Throw<IOException>(() => scratch.Lay(new Dictionary<string, WorkspaceFile>(StringComparer.Ordinal)
        {
            ["way"] = new("", Executable: false, inner.FullName),
            ["way/file"] = new(text, Executable: false),
            ["way/link"] = new("", Executable: false, "file"),
        }));

        inner.EnumerateFileSystemInfos().ShouldBeEmpty();
    }

    [Fact]
    public void A_folder_where_the_starter_has_a_file_is_not_taken_away_with_the_file()
    {
        _bundle.Write("starter/way", "text").Write($"{Naive}/files/way/in/file", "text");
        var bundle = _bundle.Read();

        var change = WorkspaceChange.Between(
            WorkspaceFiles.OfStarter(bundle), WorkspaceFiles.OfVariant(bundle, bundle.Variants.Single(one => one.Name == "naive-octal")), bundle.Manifest);

        change.Absent.ShouldBeEmpty();
        change.Changed.Keys.ShouldContain("way/in/file");
    }
}
