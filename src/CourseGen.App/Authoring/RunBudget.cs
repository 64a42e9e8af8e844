using System.Globalization;
using CourseGen.Models;
using CourseGen.Runs;

namespace CourseGen.App.Authoring;

/// <summary>What a run has spent on models.</summary>
/// <param name="Calls">Questions asked, the failed ones too.</param>
/// <param name="Cost">The sum of the known costs, in the price table's currency.</param>
/// <param name="Unpriced">Questions whose cost nobody told.</param>
public sealed record Spent(int Calls, long TokensIn, long TokensOut, decimal Cost, int Unpriced)
{
    /// <summary>Nothing yet.</summary>
    public static Spent Nothing { get; } = new(0, 0, 0, 0, 0);

    /// <summary>With one more call.</summary>
    public Spent Plus(CallRecord call) => new(
        Calls + 1, TokensIn + call.TokensIn, TokensOut + call.TokensOut, Cost + (call.Cost ?? 0), Unpriced + (call.Cost is null ? 1 : 0));
}

/// <summary>
/// What a run may spend on models: its ceilings, as often as a person allowed them. The account is an item of the run, so
/// a restart knows it; a call is counted before its answer is used, so a crash can count one twice but never none.
/// </summary>
public sealed class RunBudget(IStepItems items, AuthoringSetup setup, int allowances) : IBudget
{
    /// <summary>The item that the account is kept in.</summary>
    public const string Item = "spent";

    /// <summary>What any run has spent so far.</summary>
    public static async Task<Spent> SpentAsync(IRunStore runs, RunId run, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(runs);
        return Read(await runs.FindItemAsync(run, Item, cancellation));
    }

    /// <summary>What this run has spent so far.</summary>
    public async Task<Spent> SpentAsync() => Read(await items.FindAsync(Item));

    /// <inheritdoc/>
    public async Task RequireRoomAsync(CancellationToken cancellation)
    {
        var spent = await SpentAsync();
        var tokens = spent.TokensIn + spent.TokensOut;
        if (setup.MaxCost * allowances is { } cost && spent.Cost >= cost) throw Reached($"{Money(spent.Cost)} of the {Money(cost)}", "");
        if (setup.MaxTokens * allowances is { } most && tokens >= most) throw Reached($"{tokens:N0} of the {most:N0}", " tokens");
    }

    /// <inheritdoc/>
    public async Task ChargeAsync(CallRecord call) => await items.SaveAsync(Item, RunJson.Write((await SpentAsync()).Plus(call)));

    private static Spent Read(string? json) => json is null ? Spent.Nothing : RunJson.Read<Spent>(json);

    private static ModelException Reached(FormattableString used, string unit) =>
        new(ModelFault.CeilingReached, $"The run has used {used.ToString(CultureInfo.InvariantCulture)}{unit} that it may spend on models.");

    private static string Money(decimal amount) => amount.ToString("0.00##", CultureInfo.InvariantCulture);
}
