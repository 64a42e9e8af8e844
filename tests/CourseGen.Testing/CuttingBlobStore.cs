using CourseGen.Domain.Content;

namespace CourseGen.Testing;

/// <summary>A blob store on a machine whose power may be cut.</summary>
public sealed class CuttingBlobStore(IBlobStore store, PowerCut power) : IBlobStore
{
    public Task<BlobId> PutAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellation) =>
        power.AroundAsync(() => store.PutAsync(bytes, cancellation));

    public Task<ReadOnlyMemory<byte>> ReadAsync(BlobId id, CancellationToken cancellation) =>
        Powered().ReadAsync(id, cancellation);

    public Task<bool> ExistsAsync(BlobId id, CancellationToken cancellation) =>
        Powered().ExistsAsync(id, cancellation);

    private IBlobStore Powered()
    {
        power.NeedPower();
        return store;
    }
}
