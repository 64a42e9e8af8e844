using System.Text;
using System.Text.Json;

namespace CourseGen.Models;

/// <summary>Reads an answer strictly: size, JSON, schema, type, then the rules of the domain.</summary>
internal static class AnswerReader
{
    /// <summary>Reads an answer.</summary>
    /// <returns>The value, or everything found wrong at the first stage that found anything.</returns>
    public static Reading<T> Read<T>(string text, int largestBytes, Func<T, IReadOnlyList<string>> validate)
    {
        if (Encoding.UTF8.GetByteCount(text) > largestBytes)
            return new Reading<T>.Rejected([$"$: the answer is longer than {largestBytes} bytes"]);
        try
        {
            using var document = JsonDocument.Parse(text, StrictJson.Document);
            var errors = SchemaCheck.Errors(AnswerSchema.Of<T>().Root, document.RootElement);
            if (errors.Count > 0)
                return new Reading<T>.Rejected(errors);
            var value = document.Deserialize<T>(StrictJson.Options)!;
            errors = validate(value);
            return errors.Count > 0 ? new Reading<T>.Rejected(errors) : new Reading<T>.Accepted(value);
        }
        catch (JsonException error)
        {
            return new Reading<T>.Rejected([$"{error.Path ?? "$"}: {error.Message}"]);
        }
    }
}

/// <summary>How reading an answer went.</summary>
internal abstract record Reading<T>
{
    private Reading()
    {
    }

    public sealed record Accepted(T Value) : Reading<T>;

    public sealed record Rejected(IReadOnlyList<string> Errors) : Reading<T>;
}
