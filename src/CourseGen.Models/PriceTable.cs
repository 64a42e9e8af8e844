namespace CourseGen.Models;

/// <summary>What models cost. It is configuration: prices change without us.</summary>
public sealed record PriceTable(IReadOnlyList<ModelPrice> Prices)
{
    private const decimal Million = 1_000_000m;

    /// <summary>The price of a model; null when it is not in the table.</summary>
    public ModelPrice? Find(string provider, string model) => Prices.FirstOrDefault(p => p.Provider == provider && p.Model == model);

    /// <summary>What an exchange cost; null for a model that is not in the table.</summary>
    public decimal? CostOf(string provider, string model, TokenUsage usage)
    {
        if (Find(provider, model) is not { } price)
            return null;
        return (((usage.In - usage.Cached) * price.InputPerMillion)
            + (usage.Cached * price.CachedInputPerMillion)
            + (usage.Out * price.OutputPerMillion)) / Million;
    }
}

/// <summary>The price of one model, each per million tokens, all in one currency.</summary>
public sealed record ModelPrice(
    string Provider, string Model, decimal InputPerMillion, decimal CachedInputPerMillion, decimal OutputPerMillion);
