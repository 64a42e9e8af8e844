using CourseGen.Domain.Content;
using Shouldly;
using Xunit;

namespace CourseGen.StoreTests;

/// <summary>What every blob store does.</summary>
public abstract class BlobStoreContract
{
    private const string Abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    /// <summary>The store under test, empty.</summary>
    protected abstract IBlobStore Store { get; }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Content_is_known_by_its_sha_256_and_read_back_as_it_was()
    {
        var id = await Store.PutAsync("abc"u8.ToArray(), Stop);

        id.Value.ShouldBe(Abc);
        (await Store.ReadAsync(id, Stop)).ToArray().ShouldBe("abc"u8.ToArray());
    }

    [Fact]
    public async Task Storing_the_same_content_again_changes_nothing()
    {
        var ids = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Store.PutAsync("abc"u8.ToArray(), Stop)));

        ids.Distinct().Single().ShouldBe(BlobId.Parse(Abc));
        (await Store.ReadAsync(ids[0], Stop)).Length.ShouldBe(3);
    }

    [Fact]
    public async Task Nothing_is_content_too()
    {
        var id = await Store.PutAsync(ReadOnlyMemory<byte>.Empty, Stop);

        (await Store.ExistsAsync(id, Stop)).ShouldBeTrue();
        (await Store.ReadAsync(id, Stop)).Length.ShouldBe(0);
    }

    [Fact]
    public async Task What_is_not_there_is_said_to_be_missing()
    {
        var id = BlobId.Parse(Abc);

        (await Store.ExistsAsync(id, Stop)).ShouldBeFalse();
        (await Should.ThrowAsync<BlobMissingException>(() => Store.ReadAsync(id, Stop))).Id.ShouldBe(id);
    }

    [Fact]
    public async Task The_largest_blob_is_kept_and_one_byte_more_is_refused()
    {
        var largest = new byte[IBlobStore.MaxLength];
        var id = await Store.PutAsync(largest, Stop);
        (await Store.ReadAsync(id, Stop)).Length.ShouldBe(IBlobStore.MaxLength);

        var tooLarge = new byte[IBlobStore.MaxLength + 1];
        await Should.ThrowAsync<BlobTooLargeException>(() => Store.PutAsync(tooLarge, Stop));
    }
}
