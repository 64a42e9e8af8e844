using System.Text;
using CourseGen.App.Bundles;
using CourseGen.Domain.Bundles;
using CourseGen.Domain.Content;

namespace CourseGen.App.Authoring.Nodes;

/// <summary>
/// What the edits of a repair must keep. They stay inside the bundle, and what the course is held against stays as it was
/// agreed: its contract, its limits, how many mutants have to be caught, its promises, and the solutions known to be wrong.
/// A repair that could change those could make any course pass.
/// </summary>
internal static class RepairRules
{
    private const int MaxEdits = 200;

    /// <param name="answer">The repair.</param>
    /// <param name="ground">What it is a repair of.</param>
    public static IReadOnlyList<string> Errors(RepairAnswer answer, RepairGround ground)
    {
        if (answer.Edits.Count > MaxEdits) return [$"there are {answer.Edits.Count} edits; the most is {MaxEdits}"];
        var files = answer.Edits.Select(edit => new FileAnswer(edit.Path, edit.Content ?? "", edit.Executable)).ToList();
        var errors = FileRules.Errors(files, "bundle");
        if (errors.Count > 0) return errors;
        return
        [
            .. answer.Edits.Where(edit => !IsPart(edit.Path)).Select(edit => $"'{edit.Path}' belongs to no part of a bundle ({string.Join(", ", BundleReader.Parts)})"),
            .. FileRules.Clashes(After(answer, ground.Tree)),
            .. answer.Edits.Where(edit => edit.Path == BundleLayout.ManifestFile).SelectMany(edit => ContractErrors(edit, ground.Manifest)),
            .. answer.Edits.SelectMany(edit => SolutionErrors(edit, ground.Solutions)),
        ];
    }

    private static bool IsPart(string path) =>
        path == BundleLayout.ManifestFile || (path.Split('/') is [var part, _, ..] && BundleReader.Parts.Contains(part) && part != BundleLayout.ManifestFile);

    private static HashSet<string> After(RepairAnswer answer, FileTree tree)
    {
        var paths = tree.Files.Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
        foreach (var edit in answer.Edits.Where(edit => edit.Content is null)) paths.Remove(edit.Path);
        paths.UnionWith(answer.Edits.Where(edit => edit.Content is not null).Select(edit => edit.Path));
        return paths;
    }

    private static IEnumerable<string> ContractErrors(EditAnswer edit, Manifest? agreed)
    {
        if (edit.Content is not { } text) return [$"{edit.Path} cannot be removed"];
        var errors = new List<BundleError>();
        var manifest = ManifestReader.Read(Encoding.UTF8.GetBytes(text), errors);
        if (errors.Count > 0) return errors.Select(error => error.ToString());
        return agreed is null ? [] : Changed(agreed, manifest!).Select(field => $"{edit.Path}: a repair cannot change {field}; only a person can");
    }

    private static IEnumerable<string> Changed(Manifest agreed, Manifest now)
    {
        (string Field, bool Same)[] fields =
        [
            ("slug", agreed.Slug == now.Slug),
            ("surface", agreed.Surface == now.Surface),
            ("stack", agreed.Stack == now.Stack),
            ("runtime.install_network", agreed.Runtime.InstallNetwork == now.Runtime.InstallNetwork),
            ("limits", agreed.Limits == now.Limits),
            ("mutation", Same(agreed.Mutation, now.Mutation)),
            ("the deliverables and their promises", Promised(agreed).SequenceEqual(Promised(now))),
        ];
        return fields.Where(one => !one.Same).Select(one => one.Field);
    }

    private static bool Same(MutationPolicy one, MutationPolicy other) =>
        (one with { Skip = other.Skip, Equivalent = other.Equivalent }) == other
        && one.Skip.SequenceEqual(other.Skip, StringComparer.Ordinal) && one.Equivalent.SequenceEqual(other.Equivalent);

    private static IEnumerable<(string, string, string)> Promised(Manifest manifest) =>
        manifest.Deliverables.SelectMany(one => one.Promises.Select(promise => (one.Id, promise.Id, promise.Text)));

    private static IEnumerable<string> SolutionErrors(EditAnswer edit, IReadOnlyDictionary<string, Variant> solutions)
    {
        if (!solutions.TryGetValue(edit.Path, out var before)) yield break;
        if (edit.Content is not { } text)
        {
            yield return $"the solution '{before.Name}' cannot be removed: mend it, or what tells it from a right one";
            yield break;
        }

        var now = VariantReader.Read(before.Name, edit.Path, Encoding.UTF8.GetBytes(text), null, []);
        if (now is not null && now.Role != before.Role) yield return $"the solution '{before.Name}' cannot get another role";
    }
}

/// <summary>What a repair is made on.</summary>
/// <param name="Manifest">Null while there is none that can be read.</param>
/// <param name="Solutions">The variants by the path of their <c>variant.yaml</c>.</param>
internal sealed record RepairGround(FileTree Tree, Manifest? Manifest, IReadOnlyDictionary<string, Variant> Solutions)
{
    /// <summary>The ground that a draft is.</summary>
    public static async Task<RepairGround> OfAsync(Draft draft, CancellationToken cancellation)
    {
        var tree = draft.Tree;
        var solutions = new Dictionary<string, Variant>(StringComparer.Ordinal);
        foreach (var path in tree.Files.Select(file => file.Path))
        {
            if (path.Split('/') is not ["variants", var name, "variant.yaml"]) continue;
            var text = await draft.ReadAsync(path, cancellation);
            if (VariantReader.Read(name, path, Encoding.UTF8.GetBytes(text!), null, []) is { } variant) solutions[path] = variant;
        }

        return new(tree, await ManifestAsync(draft, cancellation), solutions);
    }

    private static async Task<Manifest?> ManifestAsync(Draft draft, CancellationToken cancellation) =>
        await draft.ReadAsync(BundleLayout.ManifestFile, cancellation) is { } text ? ManifestReader.Read(Encoding.UTF8.GetBytes(text), []) : null;
}
