namespace CourseGen.Tests.Tidy;

/// <summary>Where sizes end that need no word: past them, an entry in the baseline is asked for.</summary>
internal static class Sizes
{
    public const int FileLines = 400;
    public const int MemberLines = 60;
    public const int Parameters = 5;
    public const int Dependencies = 6;

    /// <summary>
    /// What is over a limit, as <c>kind path subject</c> with its size. The key says nothing about the line, so that an
    /// entry stays the same while code moves.
    /// </summary>
    public static IEnumerable<(string Key, int Size)> Over(CodeText text)
    {
        var shape = new CodeShape(text);
        return
        [
            .. Entry("file", text.Path, "", text.Lines, FileLines),
            .. shape.Members.SelectMany(one => Entry("lines", text.Path, NameOf(one), one.Lines, MemberLines)),
            .. shape.Members.Where(one => !one.IsConstructor).SelectMany(one => Entry("parameters", text.Path, NameOf(one), one.Parameters, Parameters)),
            .. shape.Members.Where(one => one.IsConstructor && one.Owner.Kind != "record")
                .SelectMany(one => Entry("dependencies", text.Path, one.Owner.Name, one.Parameters, Dependencies)),
            // The parameters of a record are its data.
            .. shape.Types.Where(one => one.Kind is "class" or "struct")
                .SelectMany(one => Entry("dependencies", text.Path, one.Name, one.Parameters, Dependencies)),
        ];
    }

    private static string NameOf(DeclaredMember member) => $"{member.Owner.Name}.{member.Name}";

    private static IEnumerable<(string Key, int Size)> Entry(string kind, string path, string subject, int size, int limit) =>
        size > limit ? [($"{kind} {path} {subject}".TrimEnd(), size)] : [];
}

/// <summary>The sizes that are allowed to be over a limit until somebody makes them smaller.</summary>
internal static class Baseline
{
    /// <summary>The file, one entry a line: <c>kind path subject size</c>.</summary>
    public const string File = "tests/CourseGen.Tests/Tidy/baseline.txt";

    public static IReadOnlyDictionary<string, int> Read(string text) =>
        text.Split('\n').Where(line => line.Length > 0 && line[0] != '#')
            .ToDictionary(line => line[..line.LastIndexOf(' ')], line => int.Parse(line[(line.LastIndexOf(' ') + 1)..]), StringComparer.Ordinal);

    /// <summary>What has grown, and what has shrunk and is still in the baseline as if it had not.</summary>
    public static IEnumerable<string> Differences(IReadOnlyDictionary<string, int> baseline, IEnumerable<(string Key, int Size)> over)
    {
        // Overloads share a name; the largest stands for them.
        var now = over.GroupBy(one => one.Key, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Max(one => one.Size), StringComparer.Ordinal);
        return
        [
            .. now.Where(one => one.Value > baseline.GetValueOrDefault(one.Key)).Select(one => $"too large: {one.Key} {one.Value}"),
            .. baseline.Where(one => now.GetValueOrDefault(one.Key) < one.Value)
                .Select(one => $"smaller than the baseline says, so change or remove its line: {one.Key} {now.GetValueOrDefault(one.Key)}"),
        ];
    }
}
