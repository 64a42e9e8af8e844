using System.Text;
using CourseGen.Domain.Courses;
using CourseGen.Runs;

namespace CourseGen.Storage;

/// <summary>Frozen courses. Its other part holds course runs.</summary>
public sealed partial class CourseStore(Database database) : ICourseStore
{
    private const string SnapshotColumns = "id, version, document, frozen_at, published_at";

    /// <inheritdoc/>
    public Task<Snapshot> AddSnapshotAsync(SnapshotDocument document, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(document);
        var slug = document.Content.Manifest.Slug;
        return database.WriteAsync(
            async session =>
            {
                // One at a time for each course, so that its versions are counted without a gap.
                await session.QueueAsync($"snapshots of {slug}");
                var row = new
                {
                    Id = document.Id.Value,
                    Slug = slug,
                    Document = Encoding.UTF8.GetString(document.Bytes.Span),
                    Now = await session.NowAsync(),
                };
                await session.ExecuteAsync(
                    """
                    INSERT INTO snapshots (id, slug, version, document, frozen_at)
                    SELECT @Id, @Slug, 1 + coalesce((SELECT max(version) FROM snapshots WHERE slug = @Slug), 0), @Document, @Now
                    WHERE true
                    ON CONFLICT (id) DO NOTHING
                    """,
                    row);
                return (await FindAsync(session, document.Id))!;
            },
            cancellation);
    }

    /// <inheritdoc/>
    public Task<Snapshot?> FindSnapshotAsync(SnapshotId id, CancellationToken cancellation) =>
        database.ReadAsync(session => FindAsync(session, id), cancellation);

    /// <inheritdoc/>
    public Task<Snapshot?> FindPublishedAsync(string slug, CancellationToken cancellation) => database.ReadAsync(
        async session => (await session.FindAsync<SnapshotRow>(
            $"""
            SELECT {SnapshotColumns} FROM snapshots
            WHERE slug = @slug AND published_at IS NOT NULL
            ORDER BY version DESC
            LIMIT 1
            """,
            new { slug }))?.ToSnapshot(database),
        cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Snapshot>> ListSnapshotsAsync(string slug, int? before, int take, CancellationToken cancellation) => ListAsync(
        $"""
        SELECT {SnapshotColumns} FROM snapshots
        WHERE slug = @slug AND (@before IS NULL OR version < @before)
        ORDER BY version DESC
        LIMIT @take
        """,
        new { slug, before, take },
        cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Snapshot>> ListCatalogAsync(string? after, int take, CancellationToken cancellation) => ListAsync(
        $"""
        SELECT {SnapshotColumns} FROM snapshots AS one
        WHERE published_at IS NOT NULL AND (@after IS NULL OR slug > @after)
            AND version = (SELECT max(version) FROM snapshots WHERE slug = one.slug AND published_at IS NOT NULL)
        ORDER BY slug
        LIMIT @take
        """,
        new { after, take },
        cancellation);

    /// <inheritdoc/>
    public Task<Certificate> AddCertificateAsync(Certificate certificate, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(certificate);
        if (!certificate.Holds) throw new CourseConflictException("A certificate that does not hold is not kept.");
        return database.WriteAsync(
            async session =>
            {
                if (await FindAsync(session, certificate.Snapshot) is null) throw Unknown(certificate.Snapshot);
                await session.ExecuteAsync(
                    """
                    INSERT INTO certificates (snapshot_id, json, saved_at) VALUES (@Id, @Json, @Now)
                    ON CONFLICT (snapshot_id) DO NOTHING
                    """,
                    new { Id = certificate.Snapshot.Value, Json = RunJson.Write(certificate), Now = await session.NowAsync() });
                return (await FindCertificateAsync(session, certificate.Snapshot))!;
            },
            cancellation);
    }

    /// <inheritdoc/>
    public Task<Certificate?> FindCertificateAsync(SnapshotId id, CancellationToken cancellation) =>
        database.ReadAsync(session => FindCertificateAsync(session, id), cancellation);

    /// <inheritdoc/>
    public Task<Snapshot> PublishAsync(SnapshotId id, CancellationToken cancellation) => database.WriteAsync(
        async session =>
        {
            if (await FindAsync(session, id) is null) throw Unknown(id);
            if (await FindCertificateAsync(session, id) is null) throw new CourseConflictException($"The snapshot {id} has no certificate.");
            await session.ExecuteAsync(
                "UPDATE snapshots SET published_at = @Now WHERE id = @Id AND published_at IS NULL",
                new { Id = id.Value, Now = await session.NowAsync() });
            return (await FindAsync(session, id))!;
        },
        cancellation);

    private Task<IReadOnlyList<Snapshot>> ListAsync(string sql, object parameters, CancellationToken cancellation) =>
        database.ReadAsync<IReadOnlyList<Snapshot>>(
            async session => [.. (await session.QueryAsync<SnapshotRow>(sql, parameters)).Select(row => row.ToSnapshot(database))], cancellation);

    private async Task<Snapshot?> FindAsync(Session session, SnapshotId id) => (await session.FindAsync<SnapshotRow>(
        $"SELECT {SnapshotColumns} FROM snapshots WHERE id = @Id", new { Id = id.Value }))?.ToSnapshot(database);

    private static async Task<Certificate?> FindCertificateAsync(Session session, SnapshotId id) =>
        await session.ScalarAsync<string>("SELECT json FROM certificates WHERE snapshot_id = @Id", new { Id = id.Value }) is { } json
            ? RunJson.Read<Certificate>(json)
            : null;

    private static CourseConflictException Unknown(SnapshotId id) => new($"The snapshot {id} is not in the store.");

    private sealed class SnapshotRow
    {
        public string Id { get; init; } = "";

        public int Version { get; init; }

        public string Document { get; init; } = "";

        public DateTimeOffset FrozenAt { get; init; }

        public DateTimeOffset? PublishedAt { get; init; }

        public Snapshot ToSnapshot(Database database)
        {
            var document = SnapshotDocument.Read(Encoding.UTF8.GetBytes(Document));
            return document.Id.Value == Id
                ? new(document.Id, document.Content, Version, FrozenAt, PublishedAt)
                : throw new StoreException(database.Damaged);
        }
    }
}
