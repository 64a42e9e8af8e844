using CourseGen.Models.Recorded;

namespace CourseGen.Models;

/// <summary>
/// Asks structured questions. Whatever the model or its server does, a question ends within its deadline with a strictly
/// parsed, validated answer or with a <see cref="ModelException"/>, and is accounted for either way.
/// </summary>
public sealed class ModelGateway
{
    private readonly IModel _model;
    private readonly GatewaySettings _settings;
    private readonly TimeProvider _time;
    private readonly ModelCall _call;
    private readonly AnswerRecorder? _recorder;

    /// <param name="model">Who answers.</param>
    /// <param name="settings">The bounds.</param>
    /// <param name="time">The clock of deadlines and back-off.</param>
    public ModelGateway(IModel model, GatewaySettings settings, TimeProvider time)
    {
        _model = model;
        _settings = settings;
        _time = time;
        _call = new ModelCall(model, settings, time);
        _recorder = settings.RecordTo is { } folder ? new(folder) : null;
    }

    /// <summary>Who answers.</summary>
    public ModelIdentity Identity => _model.Identity;

    /// <summary>
    /// Asks as far as the budget goes, unless the ledger knows the answer; then that answer comes back with the account of its call. Every call
    /// is charged, the failed ones too.
    /// </summary>
    /// <exception cref="ModelException">There is no accepted answer; the ledger has recorded nothing.</exception>
    public async Task<Answer<T>> AskAsync<T>(Question<T> question, ICallLedger ledger, IBudget budget, CancellationToken cancellation)
    {
        var prepared = PreparedQuestion.Of(question, Identity);
        var entry = await ledger.OnceAsync(prepared.Key, token => AskModelAsync(question, prepared, budget, token), cancellation);
        var answer = CallEntry.Read<T>(entry);
        // Only now: an answer that the ledger has is not paid for again because it cannot be kept as a file.
        return _recorder is null ? answer : answer with { NotKept = await _recorder.KeepAsync(question.Id, CallEntry.AnswerOf(entry), cancellation) };
    }

    private async Task<string> AskModelAsync<T>(
        Question<T> question, PreparedQuestion prepared, IBudget budget, CancellationToken cancellation)
    {
        await budget.RequireRoomAsync(cancellation);
        var tally = new Tally(_time);
        try
        {
            var answer = await AcceptedAsync(question, prepared, tally, cancellation);
            return CallEntry.Write(await AccountAsync(prepared, tally, CallOutcomes.Answered, budget), answer);
        }
        catch (ModelException fault)
        {
            fault.Call = await AccountAsync(prepared, tally, fault.Code, budget);
            throw;
        }
        catch (OperationCanceledException)
        {
            await AccountAsync(prepared, tally, CallOutcomes.Cancelled, budget);
            throw;
        }
    }

    private async Task<string> AcceptedAsync<T>(
        Question<T> question, PreparedQuestion prepared, Tally tally, CancellationToken cancellation)
    {
        var reply = await _call.AskAsync(prepared.Request, tally, cancellation);
        var errors = Errors(question, reply);

        // A recorded answer would only be read again; nobody is there to correct it.
        if (errors.Count > 0 && !Identity.Recorded)
        {
            tally.FedBack = true;
            var corrected = prepared.Request with { Rejected = new(reply.Json, Prompt.Correction(errors)) };
            reply = await _call.AskAsync(corrected, tally, cancellation);
            errors = Errors(question, reply);
        }

        return errors.Count == 0
            ? reply.Json
            : throw new ModelException(
                ModelFault.Malformed, Excerpt.Of($"The answer to {question.Id} is not acceptable: {string.Join("; ", errors)}"));
    }

    private IReadOnlyList<string> Errors<T>(Question<T> question, ModelReply reply) =>
        AnswerReader.Read(reply.Json, _settings.LargestAnswerBytes, question.Validate) is Reading<T>.Rejected rejected
            ? rejected.Errors
            : [];

    private async Task<CallRecord> AccountAsync(PreparedQuestion prepared, Tally tally, string outcome, IBudget budget)
    {
        var call = prepared.Account(tally, _settings.Prices, outcome);
        await budget.ChargeAsync(call);
        return call;
    }
}
