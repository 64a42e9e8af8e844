using CourseGen.Domain.Bundles;
using CourseGen.Domain.Verdicts;
using CourseGen.Runs;

namespace CourseGen.App.Authoring;

/// <summary>
/// A node of the graph: does its work and says what it found. Trouble of the platform becomes trouble of the step, so
/// that it never consumes an attempt; a draft that breaks the contract becomes a finding.
/// </summary>
public abstract class NodeStep(Workroom room) : IStep<AuthoringState>
{
    protected Workroom Room => room;

    public async Task<StepResult> ExecuteAsync(StepContext<AuthoringState> context, CancellationToken cancellation)
    {
        var outcome = await OutcomeAsync(context, cancellation);
        await context.ReportAsync(AuthoringEvents.NodeSaid, RunJson.Write(new { outcome.Said, outcome.Advice }));
        var payload = RunJson.Write(outcome);
        return outcome.Findings.Count == 0
            ? new StepResult.Passed(payload)
            : new StepResult.Failed([.. outcome.Findings.Select(finding => finding.Code).Distinct()], payload);
    }

    protected abstract Task<NodeOutcome> WorkAsync(StepContext<AuthoringState> context, CancellationToken cancellation);

    private async Task<NodeOutcome> OutcomeAsync(StepContext<AuthoringState> context, CancellationToken cancellation)
    {
        try
        {
            return await PlatformTrouble.AroundAsync(() => WorkAsync(context, cancellation));
        }
        catch (DraftInvalidException invalid)
        {
            return Broken(invalid.Outcome, invalid.Errors);
        }
        catch (BundleInvalidException invalid)
        {
            // What the node was writing has no place in a bundle, or what is there cannot be read; the draft stays as it was.
            return Broken(new(), invalid.Errors);
        }
        catch (CeilingReachedException ceiling)
        {
            var finding = new Finding(AuthoringCode.CeilingReached, null, null, ceiling.Message, "Resume the run to allow as much again, or cancel it.", FindingEvidence.None);
            return new() { Findings = [finding], Said = ceiling.Message };
        }
    }

    private static NodeOutcome Broken(NodeOutcome outcome, IReadOnlyList<BundleError> errors) => outcome with
    {
        Findings = [.. errors.Select(error => new Finding(FindingCode.BundleInvalid, null, null, error.ToString(), "Mend the file.", FindingEvidence.None))],
        Said = $"The draft breaks the bundle contract in {errors.Count} places.",
    };

    /// <summary>Checks a draft out; one that breaks the contract ends the node with what it has so far.</summary>
    protected async Task<CheckedOutBundle> CheckOutAsync(Draft draft, CancellationToken cancellation)
    {
        try
        {
            return await room.CheckOutAsync(draft, cancellation);
        }
        catch (BundleInvalidException invalid)
        {
            throw new DraftInvalidException(invalid.Errors, await room.OutcomeAsync(draft, "", cancellation));
        }
    }

    private sealed class DraftInvalidException(IReadOnlyList<BundleError> errors, NodeOutcome outcome) : Exception
    {
        public IReadOnlyList<BundleError> Errors { get; } = errors;

        public NodeOutcome Outcome { get; } = outcome;
    }
}
