namespace CourseGen.Models;

/// <summary>A question made ready for one model: the request, and the hashes that name it.</summary>
internal sealed record PreparedQuestion(
    ModelRequest Request, ModelIdentity Identity, string PromptHash, string SchemaHash, string Key)
{
    public static PreparedQuestion Of<T>(Question<T> question, ModelIdentity identity)
    {
        var id = question.Id;
        var prompt = Prompt.Of(question.Instructions, question.Data);
        var schema = AnswerSchema.Of<T>();
        var key = Digest.Of(
            id.Role, id.Subject, id.Attempt.ToString(), prompt.Hash, schema.Hash, identity.ConfigurationHash);
        var request = new ModelRequest(id, prompt.System, prompt.User, schema.Name, schema.Json);
        return new PreparedQuestion(request, identity, prompt.Hash, schema.Hash, key);
    }

    /// <summary>What the question took so far.</summary>
    public CallRecord Account(Tally tally, PriceTable prices, string outcome)
    {
        var (id, tokens) = (Request.Question, tally.Tokens);
        return new CallRecord(
            id.Role, id.Subject, id.Attempt, Identity.Provider, Identity.Model, PromptHash, SchemaHash,
            Identity.ConfigurationHash, tokens.In, tokens.Out, tokens.Cached, Cost(tally, prices), tally.Elapsed,
            Identity.Recorded, tally.Tries, tally.FedBack, outcome);
    }

    private decimal? Cost(Tally tally, PriceTable prices)
    {
        if (Identity.Recorded)
            return 0;
        return tally.Incomplete ? null : prices.CostOf(Identity.Provider, Identity.Model, tally.Tokens);
    }
}
