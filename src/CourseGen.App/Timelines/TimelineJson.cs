using System.Globalization;
using System.Text.Json.Nodes;
using CourseGen.App.Authoring;
using CourseGen.Domain.Verdicts;
using CourseGen.Models;

namespace CourseGen.App.Timelines;

/// <summary>A timeline for programs. Its names are served, so they are written out.</summary>
public static class TimelineJson
{
    /// <summary>Counts breaking changes.</summary>
    public const int Format = 1;

    /// <summary>The entries as one document.</summary>
    public static JsonObject Write(IEnumerable<TimelineEntry> entries) => new()
    {
        ["format"] = Format,
        ["entries"] = new JsonArray([.. entries.Select(Write)]),
    };

    /// <summary>One entry; what it does not have is left out.</summary>
    public static JsonObject Write(TimelineEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var json = new JsonObject
        {
            ["run"] = entry.Run.Value,
            ["sequence"] = entry.Sequence,
            ["at"] = entry.At.ToString("O", CultureInfo.InvariantCulture),
            ["kind"] = entry.Kind,
        };
        if (entry.Step is not null) json["step"] = entry.Step;
        if (entry.Attempt is not null) json["attempt"] = entry.Attempt;
        if (entry.Said is not null) json["said"] = entry.Said;
        if (entry.Gate is not null) json["gate"] = entry.Gate;
        if (entry.By is not null) json["by"] = entry.By;
        if (entry.Findings.Count > 0) json["findings"] = new JsonArray([.. entry.Findings.Select(Finding)]);
        if (entry.Advice.Count > 0) json["advice"] = new JsonArray([.. entry.Advice.Select(one => JsonValue.Create(one))]);
        if (entry.Call is not null) json["call"] = Call(entry.Call);
        if (entry.Spent is not null) json["spent"] = Spent(entry.Spent);
        if (entry.Changes.Count > 0) json["changes"] = new JsonArray([.. entry.Changes.Select(Change)]);
        return json;
    }

    private static JsonObject Finding(Finding one) => new()
    {
        ["code"] = one.Code,
        ["deliverable"] = one.Deliverable,
        ["variant"] = one.Variant,
        ["message"] = one.Message,
        ["next_step"] = one.NextStep,
        ["suite"] = one.Evidence.Suite,
        ["checks"] = new JsonArray([.. one.Evidence.Checks.Select(check => JsonValue.Create(check))]),
        ["log"] = one.Evidence.Log,
    };

    private static JsonObject Call(CallRecord call) => new()
    {
        ["role"] = call.Role,
        ["subject"] = call.Subject,
        ["attempt"] = call.Attempt,
        ["provider"] = call.Provider,
        ["model"] = call.Model,
        ["recorded"] = call.Recorded,
        ["tokens_in"] = call.TokensIn,
        ["tokens_out"] = call.TokensOut,
        ["tokens_cached"] = call.TokensCached,
        ["cost"] = call.Cost,
        ["wall_ms"] = (long)call.Wall.TotalMilliseconds,
        ["tries"] = call.Tries,
    };

    private static JsonObject Spent(Spent spent) => new()
    {
        ["calls"] = spent.Calls,
        ["tokens_in"] = spent.TokensIn,
        ["tokens_out"] = spent.TokensOut,
        ["cost"] = spent.Cost,
        ["unpriced"] = spent.Unpriced,
    };

    private static JsonObject Change(BundleChange change)
    {
        var json = new JsonObject
        {
            ["path"] = change.Path,
            ["change"] = change.Before is null ? "added" : change.After is null ? "removed" : "changed",
            ["before"] = change.Before?.Value,
            ["after"] = change.After?.Value,
        };
        if (change.Diff is not null) json["diff"] = change.Diff;
        return json;
    }
}
