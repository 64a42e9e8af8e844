using System.Text;
using CourseGen.App.Content;
using CourseGen.Domain.Briefs;
using CourseGen.Domain.Content;

namespace CourseGen.Cli.Inputs;

/// <summary>A text that is put beside a brief.</summary>
internal static class AttachedFile
{
    private const int MostBytesOfCharacter = 4;
    private const int MostBytes = Attachment.MaxLength * MostBytesOfCharacter;

    /// <summary>Reads the files, or says what is wrong with one of them.</summary>
    public static IReadOnlyList<(string Name, string Text)> Read(IReadOnlyList<string> files)
    {
        if (files.Count > Brief.MaxAttachments) throw Unusable($"There are {files.Count} attachments; the most is {Brief.MaxAttachments}.");
        var texts = files.Select(file => (Name: Path.GetFileName(file), Text: Read(file))).ToList();
        if (texts.GroupBy(one => one.Name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw Unusable($"Two attachments are called {twice.Key}.");
        return texts;
    }

    /// <summary>The brief with the texts beside it, which are kept as content.</summary>
    public static async Task<Brief> AttachAsync(Brief brief, IReadOnlyList<(string Name, string Text)> texts, IBlobStore blobs, CancellationToken cancellation)
    {
        var attachments = new List<Attachment>();
        foreach (var (name, text) in texts) attachments.Add(new(name, (await blobs.PutAsync(Encoding.UTF8.GetBytes(text), cancellation)).Value));
        return brief with { Attachments = attachments };
    }

    private static string Read(string file)
    {
        if (!File.Exists(file)) throw Unusable($"There is no file at {file}.");
        try
        {
            var content = BoundedFile.Read(file, MostBytes);
            if (content.Length > MostBytes) throw TooLong(file);
            var text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(content.Span);
            if (text.Length > Attachment.MaxLength) throw TooLong(file);
            return text.Contains('\0', StringComparison.Ordinal) ? throw Unusable($"{file} is no text.") : text;
        }
        catch (DecoderFallbackException)
        {
            throw Unusable($"{file} is not UTF-8 text.");
        }
        catch (UnauthorizedAccessException refused)
        {
            throw Unusable($"{file} cannot be read: {refused.Message}");
        }
    }

    private static CommandStoppedException TooLong(string file) => Unusable($"{file} is longer than {Attachment.MaxLength:N0} characters.");

    private static CommandStoppedException Unusable(string problem) => CommandStoppedException.Usage(problem, "Attach text files, each for its own sake; nothing was started.");
}
