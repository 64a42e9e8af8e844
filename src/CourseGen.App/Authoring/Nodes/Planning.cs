using CourseGen.Domain.Briefs;
using CourseGen.Domain.Bundles;
using CourseGen.Domain.Verdicts;
using CourseGen.Models;
using CourseGen.Runs;

namespace CourseGen.App.Authoring.Nodes;

/// <summary>Turns the brief into a plan: deliverables with promises, and a stack that keeps the creator's choices.</summary>
internal sealed class Planning(Workroom room) : NodeStep(room)
{
    protected override async Task<NodeOutcome> WorkAsync(StepContext<AuthoringState> context, CancellationToken cancellation)
    {
        var (state, brief) = (context.State, context.State.Brief);
        // A plan that the creator agreed to is not asked for; a comment at a gate asks for another one.
        var agreed = state is { Plan: not null, Comment: null };
        var plan = agreed ? await Room.PlanAsync(state, cancellation) : await AskAsync(context, cancellation);
        if (plan.Declined.Length > 0)
        {
            var declined = new Finding(AuthoringCode.BriefDeclined, null, null, $"No course can be made of this brief: {plan.Declined}", "Change the brief, and start again.", FindingEvidence.None);
            return new() { Findings = [declined], Said = declined.Message };
        }

        if (agreed && PlanRules.Errors(plan, brief) is { Count: > 0 } errors)
            throw new BundleInvalidException([.. errors.Select(error => new BundleError("the plan", null, error))]);
        return new()
        {
            Plan = agreed ? state.Plan : await Room.KeepAsync(RunJson.Write(plan), cancellation),
            Said = $"{plan.Deliverables.Count} deliverables: {string.Join(", ", plan.Deliverables.Select(one => one.Title))}{Suggested(plan, brief, agreed)}",
        };
    }

    private async Task<PlanAnswer> AskAsync(StepContext<AuthoringState> context, CancellationToken cancellation)
    {
        var brief = context.State.Brief;
        List<DataSection> data = [new("brief", RunJson.Write(brief)), .. await Room.AttachmentsAsync(brief, cancellation)];
        if (context.State.Comment is { } comment) data.Add(new("review comment of a person", comment));
        return await Room.AskAsync<PlanAnswer>(context, "", "course", data, answer => PlanRules.Errors(answer, brief), cancellation);
    }

    private static string Suggested(PlanAnswer plan, Brief brief, bool agreed)
    {
        var open = agreed ? [] : PlanRules.Suggested(plan, brief);
        return open.Count == 0 ? "" : $"; suggested: {string.Join(", ", open)}";
    }
}
