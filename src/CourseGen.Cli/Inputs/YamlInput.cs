using CourseGen.App.Authoring;
using CourseGen.App.Content;
using CourseGen.Domain.Briefs;
using CourseGen.Domain.Bundles;
using CourseGen.Models;

namespace CourseGen.Cli.Inputs;

/// <summary>The YAML files that a command was given, apart from bundles.</summary>
internal static class YamlInput
{
    /// <summary>Reads a brief, or says what is wrong with the file.</summary>
    public static Brief Brief(string file) => Read(file, "brief", "Name a YAML file with title and problem.", BriefReader.Read);

    /// <summary>Reads a price table, or says what is wrong with the file.</summary>
    public static PriceTable Prices(string file) => Read(file, "price table", "Name a YAML file with prices.", PriceReader.Read);

    /// <summary>Reads a plan for a brief, or says what is wrong with the file.</summary>
    public static PlanAnswer Plan(string file, Brief brief) =>
        Read(file, "plan", "Name a YAML file as author --plan-only writes it.", (name, content) => PlanReader.Read(name, content, brief));

    private static T Read<T>(string file, string what, string nextStep, Func<string, ReadOnlyMemory<byte>, T> read)
    {
        if (!File.Exists(file)) throw CommandStoppedException.Usage($"There is no {what} at {file}.", nextStep);
        try
        {
            var content = BoundedFile.Read(file, BundleLayout.MaxYamlBytes);
            return content.Length <= BundleLayout.MaxYamlBytes
                ? read(Path.GetFileName(file), content)
                : throw CommandStoppedException.Usage($"{file} is larger than {BundleLayout.MaxYamlBytes:N0} bytes.", $"A {what} is a page or two.");
        }
        catch (BundleInvalidException invalid)
        {
            throw CommandStoppedException.Usage($"The {what} cannot be used; nothing was started.", "Mend these and try again.", [.. invalid.Errors.Select(error => error.ToString())]);
        }
        catch (UnauthorizedAccessException refused)
        {
            throw CommandStoppedException.Usage($"The {what} cannot be read: {refused.Message}", "Let yourself read it.");
        }
    }
}
