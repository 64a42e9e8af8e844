using System.Text.Json;

namespace CourseGen.Models.Recorded;

/// <summary>
/// Answers from files, <c>answers/ROLE/SUBJECT/ATTEMPT.json</c> in one folder. A file holds the answer's JSON and nothing else,
/// except that <c>{"$file": "path"}</c> in place of a string stands for the text of that file; the path counts from
/// the folder that was named, so that a sample's answers can refer to the sample's own files.
/// </summary>
public sealed class RecordedModel : IModel
{
    /// <summary>The folder of the answers within the folder that is named; what they refer to may lie beside it.</summary>
    public const string Answers = "answers";

    private readonly RecordedFolder _folder;

    /// <param name="folder">The folder of recorded answers.</param>
    public RecordedModel(string folder) => _folder = new RecordedFolder(folder);

    /// <inheritdoc/>
    public ModelIdentity Identity { get; } = new(
        ModelSettings.Recorded, "recorded-answers", "recorded answers, no model was called",
        Digest.Of(ModelSettings.Recorded), Recorded: true);

    /// <inheritdoc/>
    public async Task<ModelReply> AskAsync(ModelRequest request, CancellationToken cancellation)
    {
        var id = request.Question;
        var path = PathOf(id);
        var text = await _folder.ReadAsync(path, cancellation)
            ?? throw new ModelException(
                ModelFault.NotRecorded,
                $"no recorded answer for {id} in {_folder.Root}; expected file {path}");
        return new ModelReply(await WithFilesAsync(path, text, cancellation), TokenUsage.None);
    }

    /// <summary>Where the answer to a question lies, counted from the folder that is named.</summary>
    internal static string PathOf(QuestionId id) => $"{Answers}/{id.Role}/{id.Subject}/{id.Attempt}.json";

    private async Task<string> WithFilesAsync(string path, string text, CancellationToken cancellation)
    {
        try
        {
            using var answer = JsonDocument.Parse(text, StrictJson.Document);
            return await new FileReferences(_folder, path).ResolveAsync(answer.RootElement, cancellation);
        }
        catch (JsonException error)
        {
            throw new ModelException(
                ModelFault.Malformed, Excerpt.Of($"the recorded answer {path} is not JSON: {error.Message}"), error);
        }
    }
}
