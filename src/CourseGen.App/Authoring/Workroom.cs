using System.Text;
using CourseGen.App.Bundles;
using CourseGen.App.Content;
using CourseGen.Domain.Briefs;
using CourseGen.Domain.Bundles;
using CourseGen.Domain.Content;
using CourseGen.Models;
using CourseGen.Runs;
using CourseGen.Sandbox;

namespace CourseGen.App.Authoring;

/// <summary>What the nodes work with: the models, the sandbox, and the store of drafts.</summary>
/// <param name="models">Opens the model that a run was set up with.</param>
public sealed class Workroom(Func<AuthoringSetup, ModelGateway> models, ISandbox sandbox, IBlobStore blobs, IIds ids)
{
    public ISandbox Sandbox => sandbox;

    public IIds Ids => ids;

    /// <summary>The draft that the state points to; an empty one before the first.</summary>
    public async Task<Draft> DraftAsync(AuthoringState state, CancellationToken cancellation) =>
        new(blobs, state.Tree is null ? FileTree.Empty : FileTree.Parse(await ReadTextAsync(state.Tree, cancellation)));

    /// <summary>The plan that the state points to.</summary>
    public async Task<PlanAnswer> PlanAsync(AuthoringState state, CancellationToken cancellation) =>
        RunJson.Read<PlanAnswer>(await ReadTextAsync(state.Plan ?? throw new InvalidOperationException("There is no plan yet."), cancellation));

    /// <summary>The texts beside a brief, as data of a question.</summary>
    public async Task<IReadOnlyList<DataSection>> AttachmentsAsync(Brief brief, CancellationToken cancellation)
    {
        var sections = new List<DataSection>();
        foreach (var one in brief.Attachments) sections.Add(new($"attachment {one.Name}", await ReadTextAsync(one.Blob, cancellation)));
        return sections;
    }

    /// <summary>Keeps a text as a blob and returns its name.</summary>
    public async Task<string> KeepAsync(string text, CancellationToken cancellation) =>
        (await blobs.PutAsync(Encoding.UTF8.GetBytes(text), cancellation)).Value;

    public async Task<string> ReadTextAsync(string blob, CancellationToken cancellation) =>
        Encoding.UTF8.GetString((await blobs.ReadAsync(BlobId.Parse(blob), cancellation)).Span);

    /// <summary>The outcome of a node that left the draft as it stands in <paramref name="draft"/>.</summary>
    public async Task<NodeOutcome> OutcomeAsync(Draft draft, string said, CancellationToken cancellation)
    {
        var tree = draft.Tree;
        return new() { Tree = await KeepAsync(tree.Listing, cancellation), Digest = tree.Digest, Said = said };
    }

    /// <summary>Lays the draft out in a folder and reads it as a bundle.</summary>
    /// <exception cref="BundleInvalidException">It breaks the contract.</exception>
    public async Task<CheckedOutBundle> CheckOutAsync(Draft draft, CancellationToken cancellation)
    {
        var folder = Directory.CreateTempSubdirectory("coursegen-draft-").FullName;
        try
        {
            await new TreeStore(blobs).CheckoutAsync(draft.Tree, folder, cancellation);
            return new(folder, BundleReader.Read(folder));
        }
        catch
        {
            Directory.Delete(folder, recursive: true);
            throw;
        }
    }

    /// <summary>Asks a model one question of a node; the answer is recorded before it is used.</summary>
    /// <param name="part">What of the node's work is asked for; empty when the node asks only one thing.</param>
    public async Task<T> AskAsync<T>(
        StepContext<AuthoringState> context, string part, string subject, IReadOnlyList<DataSection> data,
        Func<T, IReadOnlyList<string>> validate, CancellationToken cancellation)
    {
        var role = part.Length == 0 ? context.Step : $"{context.Step}.{part}";
        var question = new Question<T>
        {
            Role = role,
            Subject = subject,
            Attempt = context.State.Visits[context.Step],
            Instructions = Prompts.Of(role),
            Data = data,
            Validate = validate,
        };
        var budget = new RunBudget(context.Items, context.State.Setup, context.State.Allowances);
        try
        {
            var gateway = models(context.State.Setup);
            var answer = await gateway.AskAsync(question, new StepLedger(context.Calls), budget, cancellation);
            if (answer.NotKept is { } why) await context.ReportAsync(AuthoringEvents.NodeSaid, RunJson.Write(new { Said = $"{why} The run goes on without it." }));
            await context.ReportAsync(
                AuthoringEvents.ModelAnswered, RunJson.Write(new { answer.Call, gateway.Identity.Label, Spent = await budget.SpentAsync() }));
            return answer.Value;
        }
        catch (ModelException ceiling) when (ceiling.Kind == ModelFault.CeilingReached)
        {
            throw new CeilingReachedException(ceiling.Message);
        }
        catch (ModelException trouble)
        {
            throw new OutsideTrouble($"The model gave no usable answer to {question.Id}: {trouble.Message}", RuleOf(trouble), trouble);
        }
    }

    private static RetryRule RuleOf(ModelException trouble) => trouble.Retry == AnswerRetry.AfterDelay
        ? new RetryRule.After(trouble.RetryAfter ?? TimeSpan.FromSeconds(10))
        : new RetryRule.Never();

    private sealed class StepLedger(IStepCalls calls) : ICallLedger
    {
        public Task<string> OnceAsync(string key, Func<CancellationToken, Task<string>> ask, CancellationToken cancellation) =>
            calls.OnceAsync(key, ask);
    }
}

/// <summary>A run may spend no more on models.</summary>
internal sealed class CeilingReachedException(string message) : Exception(message);

/// <summary>A draft on disk; the folder goes when this is disposed.</summary>
public sealed record CheckedOutBundle(string Folder, Bundle Bundle) : IDisposable
{
    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
