using System.Collections.Concurrent;
using CourseGen.Domain.Content;
using CourseGen.Runs;
using CourseGen.Testing;

namespace CourseGen.Tests.Runs;

/// <summary>The world outside the engine: what it was asked, it remembers across power cuts.</summary>
internal sealed class ToyWorld(ConcurrentQueue<CallKey> asked, IBlobStore blobs, PowerCut power)
{
    public IBlobStore Blobs => blobs;

    /// <summary>Answers "1" and counts that it was asked.</summary>
    public Task<string> AskAsync(StepContext<ToyState> context, string key) => power.AroundAsync(() =>
    {
        asked.Enqueue(new CallKey(context.RunId, context.Step, context.Attempt, key));
        return Task.FromResult("1");
    });
}
