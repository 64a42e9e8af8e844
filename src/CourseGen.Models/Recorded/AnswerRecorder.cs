using System.Text.Json;

namespace CourseGen.Models.Recorded;

/// <summary>Keeps accepted answers where <see cref="RecordedModel"/> finds them, so that a run can be replayed without a key.</summary>
/// <param name="folder">The folder that will be named as the folder of recorded answers.</param>
internal sealed class AnswerRecorder(string folder)
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, MaxDepth = StrictJson.MaxDepth };

    /// <summary>Keeps one answer, in place of an earlier one to the same question. It is there whole or not at all.</summary>
    /// <returns>Why it cannot be written, in a sentence; null when it is there.</returns>
    public async Task<string?> KeepAsync(QuestionId id, string json, CancellationToken cancellation)
    {
        var path = Path.Combine(folder, RecordedModel.PathOf(id));
        var unfinished = $"{path}.{Environment.ProcessId}.part";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            using var answer = JsonDocument.Parse(json, StrictJson.Document);
            await File.WriteAllTextAsync(unfinished, JsonSerializer.Serialize(answer.RootElement, Readable) + "\n", cancellation);
            File.Move(unfinished, path, overwrite: true);
            return null;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return $"The answer to {id} cannot be kept in {path}: {problem.Message}";
        }
    }
}
