using System.Collections.Concurrent;
using CourseGen.Models;

namespace CourseGen.Tests.Authoring;

/// <summary>A model that notes what it is asked.</summary>
internal sealed class AskedModel(IModel model, ConcurrentQueue<string> asked) : IModel
{
    public ModelIdentity Identity => model.Identity;

    public Task<ModelReply> AskAsync(ModelRequest request, CancellationToken cancellation)
    {
        asked.Enqueue(request.Question.ToString());
        return model.AskAsync(request, cancellation);
    }
}
