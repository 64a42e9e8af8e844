using CourseGen.App.Bundles;
using CourseGen.Domain.Bundles;
using CourseGen.Domain.Content;

namespace CourseGen.App.Authoring.Nodes;

/// <summary>What every list of files in an answer must keep.</summary>
internal static class FileRules
{
    private const int MaxFiles = 400;

    /// <param name="part">What the files belong to, for messages.</param>
    public static IReadOnlyList<string> Errors(IReadOnlyList<FileAnswer> files, string part)
    {
        if (files.Count > MaxFiles) return [$"the {part} has {files.Count} files; the most is {MaxFiles}"];
        return
        [
            .. files.Where(file => !SafePath.IsSafe(file.Path) || !FileEntry.IsGoodPath(file.Path)).Select(file => $"'{file.Path}' is not a relative path within the {part}"),
            .. files.Where(file => file.Content.Length > BundleLayout.MaxFileBytes / 4).Select(file => $"'{file.Path}' is too long"),
            .. files.GroupBy(file => file.Path, StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1)
                .Select(group => $"'{group.Key}' is given twice, or differs from another path only by upper and lower case"),
            .. Clashes([.. files.Select(file => file.Path)]),
        ];
    }

    /// <summary>Paths that would have to be a file and a folder at once.</summary>
    public static IEnumerable<string> Clashes(IReadOnlyCollection<string> paths)
    {
        var files = paths.ToHashSet(StringComparer.Ordinal);
        return paths.SelectMany(FileEntry.FoldersOf).Distinct(StringComparer.Ordinal).Where(files.Contains).Select(path => $"'{path}' would be a file and a folder at once");
    }
}

/// <summary>What a starter answer must keep: stubs are owned files, and every deliverable has its brief.</summary>
internal static class StarterRules
{
    public static IReadOnlyList<string> Errors(StarterAnswer answer, FilesAnswer reference, Manifest manifest)
    {
        var owned = new Glob(manifest.Deliverables.SelectMany(one => one.Owns));
        var briefs = answer.Briefs.Select(brief => brief.Deliverable).ToList();
        return
        [
            .. FileRules.Errors(answer.Owned, "starter"),
            .. FileRules.Clashes([.. answer.Owned.Concat(reference.Files).Select(file => file.Path).Distinct(StringComparer.Ordinal)]),
            .. answer.Owned.Where(file => !owned.Matches(file.Path)).Select(file => $"'{file.Path}' is not owned by any deliverable"),
            .. manifest.Deliverables.Where(one => briefs.Count(id => id == one.Id) != 1).Select(one => $"there must be one brief for '{one.Id}'"),
            .. briefs.Where(id => manifest.Deliverables.All(one => one.Id != id)).Select(id => $"there is no deliverable '{id}'"),
        ];
    }
}

/// <summary>What an answer with suites must keep.</summary>
internal static class SuitesRules
{
    public static IReadOnlyList<string> Errors(SuitesAnswer answer, Deliverable deliverable)
    {
        var promises = deliverable.Promises.Select(promise => promise.Id).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. Suite(answer.Visible, "visible suite"),
            .. Suite(answer.Hidden, "hidden suite"),
            .. FileRules.Errors(answer.Shared, "shared helpers"),
            .. answer.Witnesses.Where(one => !promises.Contains(one.Promise)).Select(one => $"there is no promise '{one.Promise}'"),
            .. promises.Where(id => answer.Witnesses.All(one => one.Promise != id || one.Checks.Count == 0)).Select(id => $"the promise '{id}' has no witness"),
        ];
    }

    private static IEnumerable<string> Suite(SuiteAnswer suite, string part) =>
    [
        .. FileRules.Errors(suite.Files, part),
        .. suite.Files.Any(file => file.Path == "check.sh") ? [] : new[] { $"the {part} has no check.sh" },
        .. ManifestReader.Reports.ContainsKey(suite.Report) ? [] : new[] { $"the {part}'s report must be one of {string.Join(", ", ManifestReader.Reports.Keys)}" },
    ];
}

/// <summary>What an answer with variants must keep.</summary>
internal static class VariantsRules
{
    private const int MaxVariants = 40;

    /// <param name="taken">Names of variants that earlier deliverables have.</param>
    public static IReadOnlyList<string> Errors(VariantsAnswer answer, Manifest manifest, IReadOnlyCollection<string> taken)
    {
        if (answer.Variants.Count > MaxVariants) return [$"there are {answer.Variants.Count} variants; the most is {MaxVariants}"];
        return
        [
            .. answer.Variants.SelectMany(variant => Errors(variant, manifest)),
            .. answer.Variants.Select(variant => variant.Name).Concat(taken).GroupBy(name => name, StringComparer.OrdinalIgnoreCase)
                .Where(group => group.Count() > 1).Select(group => $"'{group.Key}' names two variants, by upper and lower case or wholly"),
        ];
    }

    private static IEnumerable<string> Errors(VariantAnswer variant, Manifest manifest)
    {
        if (variant.Name.Length is 0 or > 60 || !SafePath.IsSafe(variant.Name) || variant.Name.Contains('/') || variant.Name == "reference")
            yield return $"'{variant.Name}' cannot name a variant";
        if (!VariantReader.Roles.ContainsKey(variant.Role)) yield return $"'{variant.Name}': role must be one of {string.Join(", ", VariantReader.Roles.Keys)}";
        if (!VariantReader.Bases.ContainsKey(variant.Base)) yield return $"'{variant.Name}': base must be one of {string.Join(", ", VariantReader.Bases.Keys)}";
        if (variant.Role == "reference" && variant.Deliverable is null) yield return $"'{variant.Name}': there is one whole-course reference already";
        if (variant.Deliverable is { } id && manifest.Deliverables.All(one => one.Id != id)) yield return $"'{variant.Name}': there is no deliverable '{id}'";
        foreach (var error in FileRules.Errors(variant.Files, $"variant '{variant.Name}'")) yield return error;
        foreach (var path in variant.Delete.Where(path => !SafePath.IsSafe(path))) yield return $"'{variant.Name}': '{path}' is not a relative path";
    }
}
