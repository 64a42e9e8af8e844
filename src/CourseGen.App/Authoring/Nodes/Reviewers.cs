using CourseGen.App.Verifying;
using CourseGen.Domain.Bundles;
using CourseGen.Domain.Verdicts;
using CourseGen.Models;
using CourseGen.Runs;

namespace CourseGen.App.Authoring.Nodes;

/// <summary>Installs, verifies and boots again from nothing, without any cache.</summary>
internal sealed class ReviewerRuntime(Workroom room) : NodeStep(room)
{
    protected override async Task<NodeOutcome> WorkAsync(StepContext<AuthoringState> context, CancellationToken cancellation)
    {
        var draft = await Room.DraftAsync(context.State, cancellation);
        using var bundle = await CheckOutAsync(draft, cancellation);
        var findings = await RuntimeCheck.FindingsAsync(Room, bundle.Bundle, cancellation);
        return new() { Findings = findings, Said = findings.Count == 0 ? "Installs, verifies and boots from nothing." : findings[0].Message };
    }
}

/// <summary>Reads the code by rules, then asks for an opinion, which advises.</summary>
internal sealed class ReviewerCode(Workroom room) : ReviewStep(room, CodeRules.Apply, ["starter/", "variants/reference/"]);

/// <summary>Reads what the learner reads by rules, then asks for an opinion, which advises.</summary>
internal sealed class ReviewerPedagogy(Workroom room) : ReviewStep(room, PedagogyRules.Apply, ["starter/README.md", "briefs/", "course.yaml"]);

/// <summary>Runs the whole baseline matrix; nothing less than certified passes.</summary>
internal sealed class ReviewerTests(Workroom room) : NodeStep(room)
{
    // Publishing runs the learner's path once more from nothing, so the loop need not be as patient as `certify`. The
    // mutants are the first ones that `certify` draws with the same seed.
    private static readonly CertifyOptions Options = new(2, CertifyOptions.DefaultJobs)
    {
        Seed = CertifyOptions.DefaultSeed,
        MostMutants = 24,
        FirstRunsDecide = true,
    };

    protected override async Task<NodeOutcome> WorkAsync(StepContext<AuthoringState> context, CancellationToken cancellation)
    {
        var draft = await Room.DraftAsync(context.State, cancellation);
        using var bundle = await CheckOutAsync(draft, cancellation);
        var certifier = new Certifier(Room.Sandbox, Room.Ids, new RunCells(context.Items, "cell", AuthoringEvents.CellDone));
        var evidence = await certifier.CertifyAsync(bundle.Bundle, Options, null, cancellation);
        return new()
        {
            Findings = evidence.Findings,
            Evidence = await Room.KeepAsync(EvidenceJson.Write(evidence), cancellation),
            EvidencePage = await Room.KeepAsync(EvidencePage.Write(evidence), cancellation),
            Said = evidence.Certified ? $"Certified: {evidence.Matrix.Cells.Count} cells as expected." : $"Refused: {evidence.Findings[0].Message}",
        };
    }
}

/// <summary>A review: rules decide, a model may add advice.</summary>
/// <param name="rules">What has to hold.</param>
/// <param name="shown">The beginnings of the paths that the model sees.</param>
internal abstract class ReviewStep(Workroom room, Func<Bundle, IReadOnlyList<Finding>> rules, IReadOnlyList<string> shown) : NodeStep(room)
{
    private const int MaxRemarks = 20;

    protected override async Task<NodeOutcome> WorkAsync(StepContext<AuthoringState> context, CancellationToken cancellation)
    {
        var draft = await Room.DraftAsync(context.State, cancellation);
        using var bundle = await CheckOutAsync(draft, cancellation);
        var findings = rules(bundle.Bundle);
        if (findings.Count > 0) return new() { Findings = findings, Said = findings[0].Message };

        List<DataSection> data = [new("brief", RunJson.Write(context.State.Brief)), new("files", await DraftText.OfAsync(draft, shown, cancellation))];
        var answer = await Room.AskAsync<OpinionAnswer>(context, "", "course", data, _ => [], cancellation);
        var advice = answer.Remarks.Take(MaxRemarks).Select(remark => $"{remark.Path}: {remark.Text}").ToList();
        return new() { Advice = advice, Said = advice.Count == 0 ? "The rules hold; no remarks." : $"The rules hold; {advice.Count} remarks." };
    }
}
