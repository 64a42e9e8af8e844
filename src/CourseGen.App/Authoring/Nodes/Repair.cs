using CourseGen.Domain.Verdicts;
using CourseGen.Models;
using CourseGen.Runs;

namespace CourseGen.App.Authoring.Nodes;

/// <summary>
/// Hands the failure packet to the model and applies its edits. Serves both lanes; where to go on is decided by the
/// findings' codes, not here.
/// </summary>
internal sealed class Repair(Workroom room) : NodeStep(room)
{
    protected override async Task<NodeOutcome> WorkAsync(StepContext<AuthoringState> context, CancellationToken cancellation)
    {
        var draft = await Room.DraftAsync(context.State, cancellation);
        var before = draft.Tree.Digest;
        List<DataSection> data =
        [
            new("failure packet", RunJson.Write(context.State.Packet)),
            new("bundle", await DraftText.OfAsync(draft, [""], cancellation)),
        ];
        var ground = await RepairGround.OfAsync(draft, cancellation);
        var answer = await Room.AskAsync<RepairAnswer>(context, "", "course", data, one => RepairRules.Errors(one, ground), cancellation);
        foreach (var edit in answer.Edits)
        {
            if (edit.Content is { } content) await draft.WriteAsync(edit.Path, content, edit.Executable, cancellation);
            else draft.Remove(edit.Path);
        }

        var outcome = await Room.OutcomeAsync(draft, answer.Explanation, cancellation);
        if (outcome.Digest != before) return outcome;
        return outcome with
        {
            Findings = [new(AuthoringCode.NoMaterialChange, null, null, "The repair changed nothing.", "Look at the findings yourself.", FindingEvidence.None)],
        };
    }
}
