using System.Globalization;
using System.Text.Json;
using CourseGen.App.Authoring;
using CourseGen.App.Verifying;
using CourseGen.Cli.Showing;
using CourseGen.Runs;
using Spectre.Console;

namespace CourseGen.Cli.Live;

/// <summary>Tells an authoring run: each node as it starts and ends, what it found, what was repaired, what people decide.</summary>
internal sealed class AuthoringNarrator(IAnsiConsole console) : INarrator
{
    private readonly CellBar _bar = new(console);
    private string? _said;

    public void Tell(RunEvent told)
    {
        var payload = RunJson.Read<JsonElement>(told.Payload);
        if (told.Kind == AuthoringEvents.CellDone)
        {
            _bar.Show(RunJson.Read<CertifyProgress>(told.Payload));
            return;
        }

        _bar.Clear();
        if (told.Kind == AuthoringEvents.NodeSaid)
        {
            _said = $"    {Text(payload, "said")}";
            return;
        }

        // What a failed node said is said better by its findings.
        if (_said is { } said && told.Kind != RunEventKinds.StepFailed) console.MarkupLine(said);
        _said = null;
        if (Line(told, payload) is { } line) console.MarkupLine(line);
        foreach (var finding in told.Kind == RunEventKinds.StepFailed ? Findings(payload) : []) console.MarkupLine(finding);
    }

    private static string? Line(RunEvent told, JsonElement payload) => told.Kind switch
    {
        RunEventKinds.StepStarted => $"[bold]▸ {told.Step}[/]",
        AuthoringEvents.ModelAnswered => $"    [grey]asked {Call(payload, "role")} about {Call(payload, "subject")} · {Text(payload, "label")}{Spent(payload)}[/]",
        RunEventKinds.StepPassed => $"    [green]✓ passed[/]",
        RunEventKinds.StepFailed => $"    [red]✗ failed[/]",
        RunEventKinds.StepTrouble => $"    [yellow]! trouble, tried again: {Text(payload, "message")}[/]",
        RunEventKinds.StepCrashed => $"    [red]! a bug in CourseGen: {Text(payload, "message")}[/]",
        RunEventKinds.RunTakenOver => "[yellow]↻ taken over from a worker that is gone[/]",
        RunEventKinds.RunResumed => "[yellow]↻ resumed[/]",
        RunEventKinds.GateOpened => $"[bold blue]◆ {Text(payload, "gate")}[/] is open",
        RunEventKinds.GateApproved => $"[bold blue]◆ {Text(payload, "gate")}[/] [green]approved[/] by {Text(payload, "by")}",
        RunEventKinds.GateRejected => $"[bold blue]◆ {Text(payload, "gate")}[/] [red]rejected[/] by {Text(payload, "by")}: {Text(payload, "comment")}",
        RunEventKinds.RunBlocked => $"[red bold]■ blocked[/] ({Text(payload, "signature")}): {Text(payload, "sentence")}",
        RunEventKinds.RunCancelled => "[yellow]■ cancelled[/]",
        RunEventKinds.RunFailed => "[red bold]■ failed[/]",
        RunEventKinds.RunSucceeded => "[green bold]■ done[/]",
        _ => null,
    };

    private static IEnumerable<string> Findings(JsonElement payload)
    {
        if (!payload.TryGetProperty("result", out var result) || !result.TryGetProperty("findings", out var findings)) yield break;
        foreach (var finding in findings.EnumerateArray())
            yield return $"      [red]{Text(finding, "code")}[/] {Text(finding, "message")}\n      [grey]→ {Text(finding, "nextStep")}[/]";
    }

    // What recorded answers cost is nothing, and not worth a word.
    private static string Spent(JsonElement payload) =>
        payload.TryGetProperty("spent", out var json) && json.Deserialize<Spent>(RunJson.Options) is { TokensIn: > 0 } spent
            ? string.Create(CultureInfo.InvariantCulture, $" · so far {spent.TokensIn + spent.TokensOut:N0} tokens{(spent.Cost > 0 ? $", {spent.Cost:0.00##}" : "")}")
            : "";

    private static string Call(JsonElement payload, string name) => payload.TryGetProperty("call", out var call) ? Text(call, name) : "";

    private static string Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) ? Rich.Escape(value.ToString()) : "";
}
