using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using CourseGen.App.Authoring;
using CourseGen.App.Content;
using CourseGen.Domain.Content;
using CourseGen.Domain.Courses;
using CourseGen.Domain.Verdicts;
using CourseGen.Models;
using CourseGen.Runs;

namespace CourseGen.App.Timelines;

/// <summary>
/// Everything that happened to a course, merged from the events of its runs in the order in which they were committed: its
/// nodes with their findings, what was asked of models and what it cost, what changed in the bundle, and what people decided.
/// </summary>
public sealed class Timeline(IRunStore runs, IBlobStore blobs)
{
    private const int Page = 500;

    /// <summary>The timeline of a course: of its authoring and its publishing.</summary>
    public Task<IReadOnlyList<TimelineEntry>> ReadAsync(CourseRun course, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(course);
        return MergedAsync([.. new[] { course.AuthoringRun, course.PublishingRun }.OfType<string>().Select(id => new RunId(id))], cancellation);
    }

    /// <summary>The timeline of one run, from behind an event on.</summary>
    /// <param name="run">The run.</param>
    /// <param name="after">The sequence of the last event that is known already; 0 for all.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public async IAsyncEnumerable<TimelineEntry> ReadAsync(RunId run, long after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        // What changed in the bundle is seen against what was there before, so reading begins at the beginning.
        var tree = FileTree.Empty;
        IReadOnlyList<RunEvent> page;
        for (long read = 0; (page = await runs.ReadEventsAsync(run, read, Page, cancellation)).Count > 0; read = page[^1].Sequence)
        {
            foreach (var one in page)
            {
                var payload = RunJson.Read<JsonElement>(one.Payload);
                var next = await TreeAfterAsync(tree, payload, cancellation);
                if (one.Sequence > after) yield return Entry(one, payload) with { Changes = await ChangesAsync(tree, next, cancellation) };
                tree = next;
            }
        }
    }

    private async Task<IReadOnlyList<TimelineEntry>> MergedAsync(IReadOnlyList<RunId> ids, CancellationToken cancellation)
    {
        var queues = new List<Queue<TimelineEntry>>();
        foreach (var id in ids) queues.Add(new(await ReadAsync(id, 0, cancellation).ToListAsync(cancellation)));
        var merged = new List<TimelineEntry>();
        // Within a run its own order stays, whatever a clock did.
        while (queues.Where(queue => queue.Count > 0).MinBy(queue => queue.Peek().At) is { } earliest) merged.Add(earliest.Dequeue());
        return merged;
    }

    private async Task<FileTree> TreeAfterAsync(FileTree tree, JsonElement payload, CancellationToken cancellation) =>
        Member(Member(payload, "result"), "tree") is { ValueKind: JsonValueKind.String } listing && BlobId.TryParse(listing.GetString(), out var blob)
            ? FileTree.Parse(Encoding.UTF8.GetString((await blobs.ReadAsync(blob, cancellation)).Span))
            : tree;

    private async Task<IReadOnlyList<BundleChange>> ChangesAsync(FileTree before, FileTree after, CancellationToken cancellation)
    {
        var changes = new List<BundleChange>();
        foreach (var change in BundleChange.Between(before, after)) changes.Add(change with { Diff = await DiffAsync(change, cancellation) });
        return changes;
    }

    private async Task<string?> DiffAsync(BundleChange change, CancellationToken cancellation)
    {
        if (change is not { Before: { } old, After: { } now }) return null;
        return TextLines.Of((await blobs.ReadAsync(old, cancellation)).Span) is { } before && TextLines.Of((await blobs.ReadAsync(now, cancellation)).Span) is { } after
            ? LineDiff.Unified(before, after)
            : null;
    }

    private static TimelineEntry Entry(RunEvent one, JsonElement payload)
    {
        var result = Member(payload, "result");
        return new(one.RunId, one.Sequence, one.At, one.Kind)
        {
            Step = one.Step,
            Attempt = one.Attempt,
            Said = Text(payload, "said") ?? Text(payload, "sentence") ?? Text(payload, "message") ?? Text(payload, "comment") ?? Text(result, "said"),
            Gate = Text(payload, "gate"),
            By = Text(payload, "by"),
            Findings = Read<IReadOnlyList<Finding>>(result, "findings") ?? [],
            Advice = Read<IReadOnlyList<string>>(payload, "advice") ?? [],
            Call = Read<CallRecord>(payload, "call"),
            Spent = Read<Spent>(payload, "spent"),
        };
    }

    private static JsonElement? Member(JsonElement? element, string name) =>
        element is { ValueKind: JsonValueKind.Object } members && members.TryGetProperty(name, out var value) ? value : null;

    private static string? Text(JsonElement? element, string name) =>
        Member(element, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    private static T? Read<T>(JsonElement? element, string name)
        where T : class => Member(element, name)?.Deserialize<T>(RunJson.Options);
}
