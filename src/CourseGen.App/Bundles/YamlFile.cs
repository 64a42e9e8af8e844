using System.Text;
using CourseGen.Domain.Bundles;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace CourseGen.App.Bundles;

/// <summary>
/// Loads one YAML file from outside. Size, depth and number of nodes are bounded, and aliases are refused, so that no
/// file can grow in memory beyond what was read.
/// </summary>
internal static class YamlFile
{
    private const int MaxDepth = 16;
    private const int MaxNodes = 20_000;

    // What it mostly is; the library's own words are those of its grammar.
    private const string Usual = "Lines are indented with spaces, a text with ': ' or ' #' in it stands in quotes, and no field comes twice";

    /// <summary>The top mapping of the file, or null when an error was added.</summary>
    public static YamlSection? Load(string path, ReadOnlyMemory<byte> content, List<BundleError> errors)
    {
        var problem = content.Length > BundleLayout.MaxYamlBytes
            ? new BundleError(path, null, $"is too long; the most is {BundleLayout.MaxYamlBytes:N0} bytes")
            : null;
        try
        {
            if (problem is null)
            {
                var text = Text(content);
                problem = Scan(path, text);
                if (problem is null) return Top(path, text, errors);
            }
        }
        catch (YamlException trouble)
        {
            problem = new(path, Line(trouble.Start), $"is not readable YAML: {(trouble.InnerException?.Message ?? trouble.Message).TrimEnd('.')}. {Usual}");
        }
        catch (InvalidOperationException)
        {
            // The library says so of some broken flow collections, and not where.
            problem = new(path, null, "is not readable YAML");
        }
        catch (DecoderFallbackException)
        {
            problem = new(path, null, "is not UTF-8 text");
        }

        errors.Add(problem);
        return null;
    }

    internal static int Line(Mark mark) => (int)mark.Line;

    // Editors of some systems put a byte order mark first, which is no part of the first field's name.
    private static string Text(ReadOnlyMemory<byte> content)
    {
        var text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(content.Span);
        return text.StartsWith('\uFEFF') ? text[1..] : text;
    }

    private static YamlSection? Top(string path, string text, List<BundleError> errors)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(text));
        if (stream.Documents is [{ RootNode: YamlMappingNode top }]) return new(path, "", top, errors);
        errors.Add(new(path, 1, "must hold one document with named fields"));
        return null;
    }

    // Looks at the events only, before any tree is built.
    private static BundleError? Scan(string path, string text)
    {
        var parser = new Parser(new StringReader(text));
        int depth = 0, nodes = 0;
        while (parser.MoveNext())
        {
            var current = parser.Current!;
            depth += current.NestingIncrease;
            if (current is AnchorAlias) return new(path, Line(current.Start), "aliases (*name) are not allowed; write the value out");
            if (depth > MaxDepth) return new(path, Line(current.Start), $"is nested deeper than {MaxDepth} levels");
            if (++nodes > MaxNodes) return new(path, Line(current.Start), $"has more than {MaxNodes} entries");
        }

        return null;
    }
}
