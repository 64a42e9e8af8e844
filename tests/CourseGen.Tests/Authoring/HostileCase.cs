using System.Text.Json;
using System.Text.Json.Nodes;
using CourseGen.Runs;
using CourseGen.Testing;
using CourseGen.Tests.Verifying;

namespace CourseGen.Tests.Authoring;

/// <summary>
/// A model that obeys what it should not, or answers what it must not: recorded answers with something changed in them.
/// </summary>
/// <param name="Name">What the model does.</param>
/// <param name="Injected">What a text told it to do; it stands in the brief.</param>
/// <param name="Ends">The run's status.</param>
/// <param name="Told">What the run's sentence, a finding or the gate says.</param>
public sealed record HostileCase(string Name, string? Injected, IReadOnlyList<HostileAnswer> Answers, string? Ends, string Told)
{
    private static readonly Lazy<IReadOnlyList<HostileCase>> Read = new(() =>
        RunJson.Read<IReadOnlyList<HostileCase>>(File.ReadAllText(Path.Combine(AddNumbers.Folder, "../Hostile/answers.json"))));

    public static IReadOnlyList<HostileCase> All => Read.Value;

    /// <summary>The answer to a question as this model gives it.</summary>
    public string Answer(string role, string json)
    {
        if (Answers.FirstOrDefault(one => one.Role == role) is not { } answer) return json;
        var root = JsonNode.Parse(json)!;
        foreach (var change in answer.Change) change.Apply(root);
        return root.ToJsonString();
    }
}

/// <summary>What is changed in the answers of a role.</summary>
public sealed record HostileAnswer(string Role, IReadOnlyList<HostileChange> Change);

/// <summary>One change.</summary>
/// <param name="At">Names and indices with points between them; <c>+</c> at the end adds to a list.</param>
/// <param name="Value">
/// The new value. <c>{n}</c> in it is a number; <c>%FIRST%</c>, <c>%HIDDEN%</c>, <c>%README%</c>, <c>%BIG%</c> and
/// <c>%MANIFEST%{before=>after}</c> stand for texts that would be long here.
/// </param>
/// <param name="Times">How often it is added.</param>
public sealed record HostileChange(string At, JsonElement Value, int Times = 1)
{
    private const int Big = 5_000_000;

    public void Apply(JsonNode root)
    {
        var names = At.Split('.');
        var node = names[..^1].Aggregate(root, (at, name) => at is JsonArray list ? list[int.Parse(name)]! : at[name]!);
        for (var n = 1; n <= Times; n++)
        {
            var value = Filled(JsonNode.Parse(Value.GetRawText().Replace("{n}", $"{n}", StringComparison.Ordinal)));
            if (names[^1] == "+") node.AsArray().Add(value);
            else node[names[^1]] = value;
        }
    }

    private static JsonNode? Filled(JsonNode? node)
    {
        if (node is JsonObject members)
            foreach (var (name, member) in members.ToList()) members[name] = Filled(member?.DeepClone());
        return node is JsonValue value && value.TryGetValue<string>(out var text) ? JsonValue.Create(Filled(text)) : node;
    }

    private static string Filled(string text)
    {
        text = text.Replace("%FIRST%", Text("answers/first/hidden-check.sh"), StringComparison.Ordinal)
            .Replace("%HIDDEN%", Text(TinyBundle.Hidden), StringComparison.Ordinal)
            .Replace("%README%", Text("starter/README.md"), StringComparison.Ordinal)
            .Replace("%BIG%", text.Contains("%BIG%", StringComparison.Ordinal) ? new string('x', Big) : "", StringComparison.Ordinal);
        if (!text.StartsWith("%MANIFEST%", StringComparison.Ordinal)) return text;
        var manifest = Text(TinyBundle.Manifest);
        if (text["%MANIFEST%".Length] != '{') return manifest + text["%MANIFEST%".Length..];
        var (before, after) = text["%MANIFEST%{".Length..^1].Split("=>") is [var one, var other] ? (one, other) : throw new FormatException(text);
        if (!manifest.Contains(before, StringComparison.Ordinal)) throw new FormatException($"The manifest has no '{before}'.");
        return manifest.Replace(before, after, StringComparison.Ordinal);
    }

    private static string Text(string path) => File.ReadAllText(Path.Combine(AddNumbers.Folder, path));
}
