using CourseGen.Runs;

namespace CourseGen.Storage;

/// <summary>A row of the table <c>runs</c>.</summary>
internal sealed class RunRow
{
    public const string Columns =
        """
        id, kind, title, status, step, attempt, gate, state, version, codes, signature, sentence, faults, wake_at,
        cancel_by, created_at, updated_at, lease_owner, lease_until
        """;

    public string Id { get; init; } = "";

    public string Kind { get; init; } = "";

    public string Title { get; init; } = "";

    public string Status { get; init; } = "";

    public string? Step { get; init; }

    public int Attempt { get; init; }

    public string? Gate { get; init; }

    public string State { get; init; } = "";

    public long Version { get; init; }

    public string Codes { get; init; } = "[]";

    public string? Signature { get; init; }

    public string? Sentence { get; init; }

    public int Faults { get; init; }

    public DateTimeOffset? WakeAt { get; init; }

    public string? CancelBy { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset UpdatedAt { get; init; }

    public string? LeaseOwner { get; init; }

    public DateTimeOffset? LeaseUntil { get; init; }

    public static RunRow Of(Run run, DateTimeOffset now) => new()
    {
        Id = run.Id.Value,
        Kind = run.Kind,
        Title = run.Title,
        Status = RunStatusNames.Of(run.Status),
        Step = run.Step,
        Attempt = run.Attempt,
        Gate = run.Gate,
        State = run.State,
        Version = run.Version,
        Codes = RunJson.Write(run.Codes),
        Signature = run.Signature,
        Sentence = run.Sentence,
        Faults = run.Faults,
        WakeAt = run.WakeAt,
        CancelBy = run.CancelBy,
        CreatedAt = now,
        UpdatedAt = now,
    };

    public Run ToRun() => new()
    {
        Id = new RunId(Id),
        Kind = Kind,
        Title = Title,
        Status = RunStatusNames.Parse(Status),
        Step = Step,
        Attempt = Attempt,
        Gate = Gate,
        State = State,
        Version = Version,
        Codes = RunJson.Read<string[]>(Codes),
        Signature = Signature,
        Sentence = Sentence,
        Faults = Faults,
        WakeAt = WakeAt,
        CancelBy = CancelBy,
        CreatedAt = CreatedAt,
        UpdatedAt = UpdatedAt,
        LeaseOwner = LeaseOwner,
        LeaseUntil = LeaseUntil,
    };
}
