using System.Globalization;
using CourseGen.App.Authoring;
using CourseGen.Runs;
using Spectre.Console;

namespace CourseGen.Cli.Showing;

/// <summary>Where an authoring run stands, in two lines: its nodes, and what is used of its budgets.</summary>
internal static class RunStanding
{
    /// <param name="spent">What the run has spent on models so far.</param>
    /// <param name="now">For how long it has been going on.</param>
    public static IReadOnlyList<string> Of(Run run, AuthoringState state, Spent spent, DateTimeOffset now) =>
        [Nodes(run, state), $"[grey]{Rich.Escape(Budgets(state, spent))} · {Time((run.HasEnded ? run.UpdatedAt : now) - run.CreatedAt)}[/]"];

    private static string Nodes(Run run, AuthoringState state) => string.Join("  ", Node.All.Select(node =>
        node == run.Step && !run.HasEnded ? $"[bold yellow]▸ {node}[/]"
        : state.Passed.Contains(node) ? $"[green]✓ {node}[/]"
        : $"[grey]· {node}[/]"));

    private static string Budgets(AuthoringState state, Spent spent)
    {
        List<string> parts =
        [
            $"authoring {state.AuthoringAttempts} of {AuthoringGraph.AuthoringBudget}",
            $"reviewer {state.ReviewerAttempts} of {AuthoringGraph.ReviewerBudget}",
            $"{spent.Calls} calls",
        ];
        var tokens = spent.TokensIn + spent.TokensOut;
        if (tokens > 0) parts.Add(Of($"{tokens:N0} tokens", state.Setup.MaxTokens * state.Allowances, "N0"));
        if (spent.Cost > 0) parts.Add(Of(string.Create(CultureInfo.InvariantCulture, $"{spent.Cost:0.00##}"), state.Setup.MaxCost * state.Allowances, "0.00##"));
        if (spent.Unpriced > 0) parts.Add($"{spent.Unpriced} calls of unknown cost");
        return string.Join(" · ", parts);
    }

    private static string Of<T>(string used, T? ceiling, string format)
        where T : struct, IFormattable => ceiling is { } most ? $"{used} of {most.ToString(format, CultureInfo.InvariantCulture)}" : used;

    private static string Time(TimeSpan time) =>
        time.TotalHours >= 1 ? $"{(int)time.TotalHours} h {time.Minutes} min" : $"{time.Minutes} min {time.Seconds} s";
}
