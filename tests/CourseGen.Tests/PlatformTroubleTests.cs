using System.Text;
using CourseGen.App.Authoring;
using CourseGen.App.Content;
using CourseGen.App.Publishing;
using CourseGen.Domain.Content;
using CourseGen.Runs;
using Shouldly;
using Xunit;

namespace CourseGen.Tests;

/// <summary>A disk that is full is trouble of the platform for every step that writes to it, and no crash of ours.</summary>
public sealed class PlatformTroubleTests
{
    private const string NoSpace = "No space left on device : '/tmp/coursegen-x'";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_node_that_finds_no_room_is_tried_again() =>
        ShouldBeTriedAgain(await Should.ThrowAsync<OutsideTrouble>(new FullNode().ExecuteAsync(Context<AuthoringState>("planning", null!), Stop)));

    [Fact]
    public async Task Freezing_that_finds_no_room_is_tried_again()
    {
        var blobs = new FullDisk();
        var evidence = blobs.Keep("{}");
        var tree = new FileTree([new("course.yaml", BlobId.Of("a"u8), 1, Executable: false)]);
        blobs.Keep(tree.Listing);
        var freeze = new FreezeStep(new TreeStore(blobs), blobs, null!, "1.0-test");

        ShouldBeTriedAgain(await Should.ThrowAsync<OutsideTrouble>(
            freeze.ExecuteAsync(Context(PublishingNames.Freeze, new PublishingState(tree.Digest, evidence.Value)), Stop)));
    }

    private static void ShouldBeTriedAgain(OutsideTrouble trouble)
    {
        trouble.Message.ShouldBe(NoSpace);
        trouble.Rule.ShouldBeOfType<RetryRule.After>();
    }

    private static StepContext<T> Context<T>(string step, T state) => new(new("run_1"), step, 1, state, new NoRecords());

    private sealed class FullNode() : NodeStep(null!)
    {
        protected override Task<NodeOutcome> WorkAsync(StepContext<AuthoringState> context, CancellationToken cancellation) => throw new IOException(NoSpace);
    }

    /// <summary>Gives what was kept, and has no room to lay out the rest.</summary>
    private sealed class FullDisk : IBlobStore
    {
        private readonly Dictionary<BlobId, byte[]> _kept = [];

        public BlobId Keep(string text)
        {
            var id = BlobId.Of(Encoding.UTF8.GetBytes(text));
            _kept[id] = Encoding.UTF8.GetBytes(text);
            return id;
        }

        public Task<ReadOnlyMemory<byte>> ReadAsync(BlobId id, CancellationToken cancellation) =>
            _kept.TryGetValue(id, out var bytes) ? Task.FromResult<ReadOnlyMemory<byte>>(bytes) : throw new IOException(NoSpace);

        public Task<BlobId> PutAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellation) => throw new NotSupportedException();

        public Task<BlobId> PutAsync(Stream content, CancellationToken cancellation) => throw new NotSupportedException();

        public Task<Stream> OpenAsync(BlobId id, CancellationToken cancellation) => throw new NotSupportedException();

        public Task<bool> ExistsAsync(BlobId id, CancellationToken cancellation) => throw new NotSupportedException();
    }

    private sealed class NoRecords : IStepRecords
    {
        public IStepItems Items => throw new NotSupportedException();

        public IStepCalls Calls => throw new NotSupportedException();

        public Task ReportAsync(RunNews news) => throw new NotSupportedException();
    }
}
