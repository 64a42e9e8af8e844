using CourseGen.Domain.Bundles;

namespace CourseGen.App.Bundles;

/// <summary>Reads a <c>variant.yaml</c>.</summary>
internal static class VariantReader
{
    internal static readonly IReadOnlyDictionary<string, VariantRole> Roles = new Dictionary<string, VariantRole>(StringComparer.Ordinal)
    {
        ["reference"] = VariantRole.Reference,
        ["partial"] = VariantRole.Partial,
        ["naive"] = VariantRole.Naive,
        ["buggy"] = VariantRole.Buggy,
        ["forger"] = VariantRole.Forger,
    };

    internal static readonly IReadOnlyDictionary<string, VariantBase> Bases = new Dictionary<string, VariantBase>(StringComparer.Ordinal)
    {
        ["starter"] = VariantBase.Starter,
        ["reference"] = VariantBase.Reference,
    };

    /// <summary>The base a role has when the variant names none.</summary>
    public static VariantBase DefaultBase(VariantRole role) =>
        role is VariantRole.Reference or VariantRole.Partial ? VariantBase.Starter : VariantBase.Reference;

    public static Variant? Read(string name, string path, ReadOnlyMemory<byte> content, Manifest? manifest, List<BundleError> errors)
    {
        if (YamlFile.Load(path, content, errors) is not { } top) return null;
        var role = top.Choice("role", Roles);
        var variant = new Variant(
            name,
            role,
            top.Choice("base", Bases, DefaultBase(role)),
            top.Text("deliverable", "") is { Length: > 0 } deliverable ? deliverable : null,
            ManifestReader.Paths(top, "delete", required: false),
            top.Texts("breaks", required: false),
            top.Text("why"));
        if (variant is { IsReference: true, Base: VariantBase.Reference }) top.Refuse("base", "of the reference cannot be the reference itself");
        if (manifest is not null) RefuseUnknown(top, variant, manifest);
        top.Close();
        return variant;
    }

    private static void RefuseUnknown(YamlSection top, Variant variant, Manifest manifest)
    {
        var deliverables = manifest.Deliverables.Select(one => one.Id).ToList();
        if (variant.Deliverable is { } named && !deliverables.Contains(named))
            top.Refuse("deliverable", $"names '{named}'; the course has {string.Join(", ", deliverables)}");
        // A deliverable without promises has an error of its own, of which this would only follow.
        if (manifest.Deliverables.Any(one => one.Promises.Count == 0)) return;
        var promises = manifest.Deliverables.SelectMany(one => one.Promises).Select(one => one.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var unknown in variant.Breaks.Where(id => !promises.Contains(id)))
            top.Refuse("breaks", $"names the promise '{unknown}', which no deliverable makes");
    }
}
