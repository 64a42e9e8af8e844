using System.Text;
using CourseGen.Domain.Courses;
using CourseGen.Runs;

namespace CourseGen.Storage.Sqlite;

/// <summary>Frozen courses in SQLite. Its other part holds course runs.</summary>
public sealed partial class SqliteCourseStore(SqliteDatabase database, TimeProvider time) : ICourseStore
{
    private const string SnapshotColumns = "id, version, document, frozen_at, published_at";

    /// <inheritdoc/>
    public Task<Snapshot> AddSnapshotAsync(SnapshotDocument document, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(document);
        var row = new
        {
            Id = document.Id.Value,
            document.Content.Manifest.Slug,
            Document = Encoding.UTF8.GetString(document.Bytes.Span),
            Now = SqliteTime.Write(time.GetUtcNow()),
        };
        return database.WriteAsync(
            session =>
            {
                session.Execute(
                    """
                    INSERT INTO snapshots (id, slug, version, document, frozen_at)
                    SELECT @Id, @Slug, 1 + coalesce((SELECT max(version) FROM snapshots WHERE slug = @Slug), 0), @Document, @Now
                    WHERE true
                    ON CONFLICT (id) DO NOTHING
                    """,
                    row);
                return Find(session, document.Id)!;
            },
            cancellation);
    }

    /// <inheritdoc/>
    public Task<Snapshot?> FindSnapshotAsync(SnapshotId id, CancellationToken cancellation) =>
        database.ReadAsync(session => Find(session, id), cancellation);

    /// <inheritdoc/>
    public Task<Snapshot?> FindPublishedAsync(string slug, CancellationToken cancellation) => database.ReadAsync(
        session => session.Find<SnapshotRow>(
            $"""
            SELECT {SnapshotColumns} FROM snapshots
            WHERE slug = @slug AND published_at IS NOT NULL
            ORDER BY version DESC
            LIMIT 1
            """,
            new { slug })?.ToSnapshot(database.File),
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
        var row = new { Id = certificate.Snapshot.Value, Json = RunJson.Write(certificate), Now = SqliteTime.Write(time.GetUtcNow()) };
        return database.WriteAsync(
            session =>
            {
                if (Find(session, certificate.Snapshot) is null) throw Unknown(certificate.Snapshot);
                session.Execute(
                    """
                    INSERT INTO certificates (snapshot_id, json, saved_at) VALUES (@Id, @Json, @Now)
                    ON CONFLICT (snapshot_id) DO NOTHING
                    """,
                    row);
                return FindCertificate(session, certificate.Snapshot)!;
            },
            cancellation);
    }

    /// <inheritdoc/>
    public Task<Certificate?> FindCertificateAsync(SnapshotId id, CancellationToken cancellation) =>
        database.ReadAsync(session => FindCertificate(session, id), cancellation);

    /// <inheritdoc/>
    public Task<Snapshot> PublishAsync(SnapshotId id, CancellationToken cancellation) => database.WriteAsync(
        session =>
        {
            if (Find(session, id) is null) throw Unknown(id);
            if (FindCertificate(session, id) is null) throw new CourseConflictException($"The snapshot {id} has no certificate.");
            session.Execute(
                "UPDATE snapshots SET published_at = @Now WHERE id = @Id AND published_at IS NULL",
                new { Id = id.Value, Now = SqliteTime.Write(time.GetUtcNow()) });
            return Find(session, id)!;
        },
        cancellation);

    private Task<IReadOnlyList<Snapshot>> ListAsync(string sql, object parameters, CancellationToken cancellation) =>
        database.ReadAsync<IReadOnlyList<Snapshot>>(
            session => [.. session.Query<SnapshotRow>(sql, parameters).Select(row => row.ToSnapshot(database.File))], cancellation);

    private Snapshot? Find(SqliteSession session, SnapshotId id) => session.Find<SnapshotRow>(
        $"SELECT {SnapshotColumns} FROM snapshots WHERE id = @Id", new { Id = id.Value })?.ToSnapshot(database.File);

    private static Certificate? FindCertificate(SqliteSession session, SnapshotId id) =>
        session.Scalar<string>("SELECT json FROM certificates WHERE snapshot_id = @Id", new { Id = id.Value }) is { } json
            ? RunJson.Read<Certificate>(json)
            : null;

    private static CourseConflictException Unknown(SnapshotId id) => new($"The snapshot {id} is not in the store.");

    private sealed class SnapshotRow
    {
        public string Id { get; init; } = "";

        public int Version { get; init; }

        public string Document { get; init; } = "";

        public string FrozenAt { get; init; } = "";

        public string? PublishedAt { get; init; }

        public Snapshot ToSnapshot(string file)
        {
            var document = SnapshotDocument.Read(Encoding.UTF8.GetBytes(Document));
            return document.Id.Value == Id
                ? new(document.Id, document.Content, Version, SqliteTime.Read(FrozenAt), SqliteTime.ReadOrNull(PublishedAt))
                : throw new StoreException(SqliteTroubles.Damaged(file));
        }
    }
}
