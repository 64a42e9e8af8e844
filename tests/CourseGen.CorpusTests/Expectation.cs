using System.Text.Json;
using System.Text.Json.Serialization;

namespace CourseGen.CorpusTests;

/// <summary>What <c>expected.json</c> says of a sound bundle.</summary>
/// <param name="Toolchain">What it runs on, for a person.</param>
/// <param name="Needs">Commands that have to be on the PATH, and the Debian package that brings each.</param>
/// <param name="Shows">What of the contract it exercises.</param>
internal sealed record SoundExpectation(string Verdict, string Toolchain, IReadOnlyDictionary<string, string> Needs, string Shows)
{
    /// <summary>Why only a run of the whole corpus goes through it; empty when any does.</summary>
    public string Slow { get; init; } = "";
}

/// <summary>What <c>expected.json</c> says of a defective bundle.</summary>
/// <param name="From">The sound bundle it is made from: a name in the corpus, or a folder of the repository.</param>
/// <param name="Change">The one realistic mistake.</param>
/// <param name="Codes">Every one of them has to be found.</param>
internal sealed record DefectiveExpectation(string Verdict, string From, string Change, IReadOnlyList<string> Codes)
{
    /// <summary>Files and folders of the sound bundle that are left out.</summary>
    public IReadOnlyList<string> Delete { get; init; } = [];

    /// <summary>Codes that may be found too, each with the reason why it follows from the mistake.</summary>
    public IReadOnlyDictionary<string, string> Also { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>How often the bundle's own rows have to run before the mistake can show.</summary>
    public int Reruns { get; init; } = 1;
}

/// <summary>Reads <c>expected.json</c>: a field that nobody knows, or one that is missing, is a mistake in the corpus.</summary>
internal static class Expectation
{
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    public static T Read<T>(string file)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(File.ReadAllText(file), Strict)!;
        }
        catch (JsonException wrong)
        {
            throw new InvalidDataException($"{file}: {wrong.Message}", wrong);
        }
    }
}
