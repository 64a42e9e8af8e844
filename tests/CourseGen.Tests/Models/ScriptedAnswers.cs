using CourseGen.Models;

namespace CourseGen.Tests.Models;

/// <summary>A provider that does what a test says, for what no server can do.</summary>
internal sealed class ScriptedAnswers(
    Func<ModelRequest, CancellationToken, Task<ModelReply>> answer, string configuration = "c1", bool recorded = false) : IModel
{
    private int _calls;

    public int Calls => Volatile.Read(ref _calls);

    public ModelIdentity Identity { get; } = new("test", "test-model", "a scripted model", configuration, recorded);

    public static ScriptedAnswers Always(string json) =>
        new((_, _) => Task.FromResult(new ModelReply(json, new TokenUsage(1, 1, 0))));

    public Task<ModelReply> AskAsync(ModelRequest request, CancellationToken cancellation)
    {
        Interlocked.Increment(ref _calls);
        return answer(request, cancellation);
    }
}
