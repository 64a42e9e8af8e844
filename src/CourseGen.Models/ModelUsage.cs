namespace CourseGen.Models;

/// <summary>What a gateway's calls took so far. Answers replayed from a ledger are not calls.</summary>
/// <param name="Calls">Questions asked.</param>
/// <param name="Failed">Those without an accepted answer.</param>
/// <param name="Tries">Requests made.</param>
/// <param name="FedBack">Questions whose first answer was not accepted.</param>
/// <param name="Tokens">As far as the providers told.</param>
/// <param name="Cost">The sum of the known costs.</param>
/// <param name="Unpriced">Questions whose cost is not known.</param>
public sealed record ModelUsage(
    int Calls, int Failed, int Tries, int FedBack, TokenUsage Tokens, decimal Cost, int Unpriced)
{
    /// <summary>Nothing yet.</summary>
    public static ModelUsage None { get; } = new(0, 0, 0, 0, TokenUsage.None, 0, 0);

    /// <summary>With one more call.</summary>
    public ModelUsage Plus(CallRecord call) => new(
        Calls + 1,
        Failed + (call.Outcome == CallOutcomes.Answered ? 0 : 1),
        Tries + call.Tries,
        FedBack + (call.FedBack ? 1 : 0),
        Tokens.Plus(new TokenUsage(call.TokensIn, call.TokensOut, call.TokensCached)),
        Cost + (call.Cost ?? 0),
        Unpriced + (call.Cost is null ? 1 : 0));
}

/// <summary>Outcomes of a call that are no faults, as they are stored.</summary>
public static class CallOutcomes
{
    /// <summary>There is an accepted answer.</summary>
    public const string Answered = "answered";

    /// <summary>The caller gave up.</summary>
    public const string Cancelled = "cancelled";
}
