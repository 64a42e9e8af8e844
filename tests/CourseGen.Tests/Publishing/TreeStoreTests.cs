using System.Text;
using CourseGen.App.Content;
using CourseGen.Domain.Bundles;
using CourseGen.Domain.Content;
using CourseGen.Storage;
using CourseGen.Testing;
using Shouldly;
using Xunit;

namespace CourseGen.Tests.Publishing;

public sealed class TreeStoreTests : IDisposable
{
    private readonly TestDatabase _database;
    private readonly BlobStore _blobs;
    private readonly TreeStore _trees;
    private readonly string _from;
    private readonly string _to;

    public TreeStoreTests()
    {
        _database = new(new ManualTime());
        _blobs = new(_database.Database);
        _trees = new(_blobs);
        _from = Directory.CreateDirectory(Path.Combine(_database.Folder, "from")).FullName;
        _to = Path.Combine(_database.Folder, "to");
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_folder_is_written_out_as_it_was_saved()
    {
        Directory.CreateDirectory(Path.Combine(_from, "deep/er"));
        await File.WriteAllTextAsync(Path.Combine(_from, "deep/er/ü b.txt"), "text", Stop);
        await File.WriteAllTextAsync(Path.Combine(_from, "run.sh"), "#!/bin/sh\n", Stop);
        File.SetUnixFileMode(Path.Combine(_from, "run.sh"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        File.CreateSymbolicLink(Path.Combine(_from, "deep/link"), "../run.sh");

        var tree = await _trees.SaveAsync(_from, Stop);
        await _trees.CheckoutAsync(await _trees.FindAsync(tree.Digest, Stop), _to, Stop);

        (await _trees.SaveAsync(_to, Stop)).Listing.ShouldBe(tree.Listing);
        (await File.ReadAllTextAsync(Path.Combine(_to, "deep/er/ü b.txt"), Stop)).ShouldBe("text");
        new FileInfo(Path.Combine(_to, "deep/link")).LinkTarget.ShouldBe("../run.sh");
    }

    [Theory]
    [InlineData("../outside")]
    [InlineData("/etc/passwd")]
    public async Task A_link_that_leaves_the_folder_is_neither_saved_nor_written(string target)
    {
        File.CreateSymbolicLink(Path.Combine(_from, "link"), target);
        await Should.ThrowAsync<BundleInvalidException>(() => _trees.SaveAsync(_from, Stop));

        var blob = await _blobs.PutAsync(Encoding.UTF8.GetBytes(target), Stop);
        var tree = new FileTree([new("link", blob, target.Length, Executable: false, Link: true)]);
        await Should.ThrowAsync<IOException>(() => _trees.CheckoutAsync(tree, _to, Stop));
        Directory.GetFileSystemEntries(_to).ShouldBeEmpty();
    }

    [Fact]
    public async Task Nothing_is_written_over_what_is_there()
    {
        await File.WriteAllTextAsync(Path.Combine(_from, "file"), "mine", Stop);
        var tree = await _trees.SaveAsync(_from, Stop);

        await Should.ThrowAsync<IOException>(() => _trees.CheckoutAsync(tree, _from, Stop));
    }

    [Fact]
    public async Task A_file_that_changed_since_it_was_listed_is_noticed()
    {
        await File.WriteAllTextAsync(Path.Combine(_from, "file"), "now", Stop);
        var listed = new FileTree([new("file", BlobId.Of("then"u8), 4, Executable: false)]);

        await Should.ThrowAsync<IOException>(() => _trees.SaveAsync(listed, _from, Stop));
    }

    [Fact]
    public async Task A_tree_that_was_never_kept_is_missing() =>
        await Should.ThrowAsync<BlobMissingException>(() => _trees.FindAsync(FileTree.Empty.Digest, Stop));

    public void Dispose() => _database.Dispose();
}
