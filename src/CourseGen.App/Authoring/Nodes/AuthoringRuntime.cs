using CourseGen.App.Bundles;
using CourseGen.App.Verifying;
using CourseGen.Domain.Bundles;
using CourseGen.Models;
using CourseGen.Runs;

namespace CourseGen.App.Authoring.Nodes;

/// <summary>Writes the reference first and derives the starter from it; both have to install, verify and boot.</summary>
internal sealed class AuthoringRuntime(Workroom room) : NodeStep(room)
{
    private const string Project = "project";

    protected override async Task<NodeOutcome> WorkAsync(StepContext<AuthoringState> context, CancellationToken cancellation)
    {
        var draft = await Room.DraftAsync(context.State, cancellation);
        // After a repair the files are there already; what was verified is kept and not asked for again.
        if (context.State.Tree is null) await WriteAsync(context, draft, cancellation);
        using var bundle = await CheckOutAsync(draft, cancellation);
        var findings = await RuntimeCheck.FindingsAsync(Room, bundle.Bundle, cancellation);
        var outcome = await Room.OutcomeAsync(draft, findings.Count == 0
            ? "Reference and starter install, verify and boot."
            : findings[0].Message, cancellation);
        return outcome with { Findings = findings };
    }

    private async Task WriteAsync(StepContext<AuthoringState> context, Draft draft, CancellationToken cancellation)
    {
        var plan = await Room.PlanAsync(context.State, cancellation);
        var manifest = PlanRules.ManifestOf(plan);
        List<DataSection> data = [new("brief", RunJson.Write(context.State.Brief)), new("plan", RunJson.Write(plan)), .. await Room.AttachmentsAsync(context.State.Brief, cancellation)];
        var reference = await Room.AskAsync<FilesAnswer>(context, "reference", "course", data, answer => FileRules.Errors(answer.Files, Project), cancellation);
        data.Add(new("reference", RunJson.Write(reference)));
        var starter = await Room.AskAsync<StarterAnswer>(context, "starter", "course", data, answer => StarterRules.Errors(answer, reference, manifest), cancellation);
        await WriteProjectAsync(draft, reference, starter, cancellation);
        foreach (var suite in manifest.Suites) await draft.WriteAsync($"{suite.Folder}/check.sh", BundleTemplates.Unauthored, true, cancellation);
        foreach (var brief in starter.Briefs) await draft.WriteAsync($"briefs/{brief.Deliverable}.md", brief.Markdown, false, cancellation);
        await draft.WriteAsync(BundleLayout.ManifestFile, ManifestWriter.Write(manifest), false, cancellation);
        var variant = new Variant("reference", VariantRole.Reference, VariantBase.Starter, null, [], [], "The whole course, solved.");
        await draft.WriteAsync("variants/reference/variant.yaml", ManifestWriter.Write(variant), false, cancellation);
    }

    private static async Task WriteProjectAsync(Draft draft, FilesAnswer reference, StarterAnswer starter, CancellationToken cancellation)
    {
        var stubs = starter.Owned.ToDictionary(file => file.Path, StringComparer.Ordinal);
        foreach (var file in reference.Files)
        {
            var stub = stubs.GetValueOrDefault(file.Path);
            await draft.WriteAsync($"{BundleLayout.Starter}/{file.Path}", (stub ?? file).Content, file.Executable, cancellation);
            if (stub is not null) await draft.WriteAsync($"variants/reference/files/{file.Path}", file.Content, file.Executable, cancellation);
        }

        // A stub of a file that the reference does not have is part of the starter all the same.
        foreach (var stub in stubs.Values.Where(stub => reference.Files.All(file => file.Path != stub.Path)))
            await draft.WriteAsync($"{BundleLayout.Starter}/{stub.Path}", stub.Content, stub.Executable, cancellation);
    }
}
