using CourseGen.App.Content;
using CourseGen.Domain.Bundles;

namespace CourseGen.App.Bundles;

/// <summary>Which files of another layout become which files of a bundle.</summary>
/// <param name="Source">The folder the files come from.</param>
/// <param name="Copies">Files or folders and where they go.</param>
/// <param name="Texts">Files that the other layout has not, written out.</param>
public sealed record ImportMapping(string Source, IReadOnlyList<(string From, string To)> Copies, IReadOnlyList<(string To, string Text)> Texts)
{
    private const int MaxText = 100_000;

    /// <summary>Reads a mapping file.</summary>
    /// <exception cref="BundleInvalidException">It is none; every error is in the exception.</exception>
    public static ImportMapping Read(string file)
    {
        var errors = new List<BundleError>();
        var name = Path.GetFileName(file);
        var mapping = YamlFile.Load(name, BoundedFile.Read(file, BundleLayout.MaxYamlBytes), errors) is { } top ? Read(top, Path.GetDirectoryName(Path.GetFullPath(file))!) : null;
        return errors.Count == 0 ? mapping! : throw new BundleInvalidException(errors);
    }

    private static ImportMapping Read(YamlSection top, string beside)
    {
        var source = Path.GetFullPath(Path.Combine(beside, top.Text("source", ".")));
        if (!Directory.Exists(source)) top.Refuse("source", $"names '{source}', and there is no such folder");
        var mapping = new ImportMapping(source, [.. top.Sections("copy", required: true).Select(Copy)], [.. top.Sections("write", required: false).Select(Text)]);
        top.Close();
        return mapping;
    }

    private static (string From, string To) Copy(YamlSection section)
    {
        var from = section.Text("from");
        if (from.Length > 0 && from != "." && !SafePath.IsSafe(from)) section.Refuse("from", $"is '{from}', which is not a relative path within the source");
        var to = Target(section);
        section.Close();
        return (from.TrimEnd('/'), to);
    }

    private static (string To, string Text) Text(YamlSection section)
    {
        var text = (Target(section), section.Text("text", max: MaxText) + "\n");
        section.Close();
        return text;
    }

    private static string Target(YamlSection section)
    {
        var to = section.Text("to");
        if (to.Length > 0 && (!SafePath.IsSafe(to) || !BundleReader.Parts.Contains(to.Split('/')[0])))
            section.Refuse("to", $"is '{to}', which is no place of a bundle ({string.Join(", ", BundleReader.Parts)})");
        return to.TrimEnd('/');
    }
}
