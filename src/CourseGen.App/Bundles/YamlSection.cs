using System.Globalization;
using CourseGen.Domain.Bundles;
using YamlDotNet.RepresentationModel;

namespace CourseGen.App.Bundles;

/// <summary>
/// Named fields of a YAML mapping. Each read marks the field as known and adds an error with path and line when it is
/// missing or wrong; <see cref="Close"/> names what was not known.
/// </summary>
internal sealed class YamlSection(string file, string name, YamlMappingNode node, List<BundleError> errors)
{
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);

    /// <summary>A text. Without a fallback it is required.</summary>
    public string Text(string key, string? fallback = null, int max = 2_000)
    {
        if (Find(key, fallback is null) is not { } value) return fallback ?? "";
        if (value is not YamlScalarNode { Value: { } text }) return Wrong(value, key, "must be a text", "");
        if (text.Trim().Length == 0 && fallback is null) return Wrong(value, key, "is empty", "");
        return text.Length <= max ? text.Trim() : Wrong(value, key, $"is longer than {max} characters", "");
    }

    /// <summary>A text of certain characters, such as an id.</summary>
    public string Id(string key, int min, int max)
    {
        var text = Text(key);
        var length = min == max ? $"{min}" : $"{min} to {max}";
        return IsId(text, min, max) || text.Length == 0 ? text : Wrong(Find(key, false)!, key, $"must be {length} of a-z, 0-9 and hyphen; it is '{text}'", text);
    }

    /// <summary>Whether a text has as many characters, and those of an id.</summary>
    public static bool IsId(string text, int min, int max) =>
        text.Length >= min && text.Length <= max && text.All(one => char.IsAsciiLetterLower(one) || char.IsAsciiDigit(one) || one == '-');

    /// <summary>A whole number within bounds.</summary>
    public long Integer(string key, long min, long max, long? fallback = null) =>
        Parsed(key, fallback, text => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= min && number <= max ? number : null,
            $"must be a whole number from {min} to {max}");

    /// <summary>A number within bounds.</summary>
    public double Number(string key, double min, double max, double fallback) =>
        Parsed<double>(key, fallback, text => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number >= min && number <= max ? number : null,
            $"must be a number from {min} to {max}");

    /// <summary>true or false.</summary>
    public bool Boolean(string key, bool fallback) =>
        Parsed<bool>(key, fallback, text => text switch { "true" => true, "false" => false, _ => null }, "must be true or false");

    /// <summary>A duration such as 600s.</summary>
    public TimeSpan Duration(string key, TimeSpan fallback, TimeSpan max) =>
        Parsed<TimeSpan>(key, fallback, text => Units.Duration(text) is { } value && value > TimeSpan.Zero && value <= max ? value : null,
            $"must be a duration such as 500ms, 90s or 2m, and at most {max.TotalSeconds:0}s");

    /// <summary>A size such as 512MiB, in bytes.</summary>
    public long Size(string key, long fallback, long max) =>
        Parsed<long>(key, fallback, text => Units.Size(text) is { } value && value > 0 && value <= max ? value : null,
            $"must be a size such as 64KiB or 512MiB, and at most {max / 1024 / 1024}MiB");

    /// <summary>One of a few words.</summary>
    public T Choice<T>(string key, IReadOnlyDictionary<string, T> words, T? fallback = null)
        where T : struct =>
        Parsed(key, fallback, text => words.TryGetValue(text, out var value) ? value : null, $"must be one of {string.Join(", ", words.Keys)}");

    /// <summary>A list of texts.</summary>
    public IReadOnlyList<string> Texts(string key, bool required)
    {
        if (Items(key, required) is not { } items) return [];
        var texts = new List<string>();
        foreach (var item in items)
        {
            if (item is YamlScalarNode { Value.Length: > 0 } scalar) texts.Add(scalar.Value);
            else Wrong(item, key, "must be a list of texts", 0);
        }

        return texts;
    }

    /// <summary>Whether there is such a field.</summary>
    public bool Has(string key) => Find(key, false) is not null;

    /// <summary>A nested mapping; null when it is missing.</summary>
    public YamlSection? Section(string key, bool required = false)
    {
        if (Find(key, required) is not { } value) return null;
        return value is YamlMappingNode mapping ? new(file, Path(key), mapping, errors) : Wrong<YamlSection?>(value, key, "must have named fields", null);
    }

    /// <summary>A list of mappings.</summary>
    public IReadOnlyList<YamlSection> Sections(string key, bool required)
    {
        if (Items(key, required) is not { } items) return [];
        var sections = new List<YamlSection>();
        foreach (var (item, index) in items.Select((item, index) => (item, index)))
        {
            if (item is YamlMappingNode mapping) sections.Add(new(file, $"{Path(key)}[{index}]", mapping, errors));
            else Wrong(item, key, "must be a list of entries with named fields", 0);
        }

        return sections;
    }

    /// <summary>Adds an error about a field that reads well and means something impossible.</summary>
    public void Refuse(string key, string message) => Wrong(Find(key, false) ?? node, key, message, 0);

    /// <summary>Names every field that nobody asked for.</summary>
    public void Close()
    {
        foreach (var key in node.Children.Keys.Where(key => key is not YamlScalarNode { Value: { } text } || !_known.Contains(text)))
            errors.Add(new(file, YamlFile.Line(key.Start), $"'{Path(key.ToString())}' is not a field of the contract (known here: {string.Join(", ", _known)})"));
    }

    private IEnumerable<YamlNode>? Items(string key, bool required)
    {
        if (Find(key, required) is not { } value) return null;
        if (value is not YamlSequenceNode list) return Wrong<IEnumerable<YamlNode>?>(value, key, value is YamlScalarNode ? $"must be a list, such as [{Shown(value)}]" : "must be a list", null);
        return required && list.Children.Count == 0 ? Wrong<IEnumerable<YamlNode>?>(value, key, "is an empty list", null) : list.Children;
    }

    private T Parsed<T>(string key, T? fallback, Func<string, T?> parse, string rule)
        where T : struct
    {
        if (Find(key, fallback is null) is not { } value) return fallback ?? default;
        var parsed = value is YamlScalarNode { Value: { } text } ? parse(text) : null;
        return parsed ?? Wrong(value, key, $"{rule}; it is '{Shown(value)}'", fallback ?? default);
    }

    private YamlNode? Find(string key, bool required)
    {
        _known.Add(key);
        if (node.Children.TryGetValue(new YamlScalarNode(key), out var value)) return value;
        if (required) errors.Add(new(file, YamlFile.Line(node.Start), $"'{Path(key)}' is missing"));
        return null;
    }

    private T Wrong<T>(YamlNode at, string key, string message, T result)
    {
        errors.Add(new(file, YamlFile.Line(at.Start), $"'{Path(key)}' {message}"));
        return result;
    }

    private string Path(string key) => name.Length == 0 ? key : $"{name}.{key}";

    private static string Shown(YamlNode value) => value is YamlScalarNode { Value: { } text } ? (text.Length > 60 ? text[..60] + "…" : text) : "a list or a mapping";
}
