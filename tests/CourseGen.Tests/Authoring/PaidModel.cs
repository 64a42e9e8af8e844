using System.Collections.Concurrent;
using CourseGen.Models;

namespace CourseGen.Tests.Authoring;

/// <summary>Recorded answers for which somebody is paid: 80 tokens in and 20 out a question.</summary>
/// <param name="paid">Gets every question that is paid for.</param>
internal sealed class PaidModel(IModel model, ConcurrentQueue<string> paid) : IModel
{
    /// <summary>A hundred tokens at a hundred a million are a cent a question.</summary>
    public static ModelPrice CentAQuestion { get; } = new("paid", "paid-model", 100, 100, 100);

    public ModelIdentity Identity { get; } = new("paid", "paid-model", "a paid model", "paid", Recorded: false);

    public async Task<ModelReply> AskAsync(ModelRequest request, CancellationToken cancellation)
    {
        paid.Enqueue(request.Question.ToString());
        return await model.AskAsync(request, cancellation) with { Usage = new TokenUsage(80, 20, 0) };
    }
}
