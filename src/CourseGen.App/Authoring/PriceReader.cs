using CourseGen.App.Bundles;
using CourseGen.Domain.Bundles;
using CourseGen.Models;

namespace CourseGen.App.Authoring;

/// <summary>Reads a price table: a YAML file with <c>prices</c>, one entry a model, each price per million tokens.</summary>
public static class PriceReader
{
    private const double MostPerMillion = 100_000;

    /// <param name="name">The file's name, for errors.</param>
    /// <exception cref="BundleInvalidException">It cannot be used; every error is in the exception.</exception>
    public static PriceTable Read(string name, ReadOnlyMemory<byte> content)
    {
        var errors = new List<BundleError>();
        var prices = YamlFile.Load(name, content, errors) is { } top ? Read(top) : null;
        return errors.Count == 0 ? prices! : throw new BundleInvalidException(errors);
    }

    private static PriceTable Read(YamlSection top)
    {
        var prices = top.Sections("prices", required: true).Select(Price).ToList();
        top.Close();
        return new(prices);
    }

    private static ModelPrice Price(YamlSection section)
    {
        decimal Of(string key) => (decimal)section.Number(key, 0, MostPerMillion, 0);
        var price = new ModelPrice(
            section.Text("provider"), section.Text("model"), Of("input_per_million"), Of("cached_input_per_million"), Of("output_per_million"));
        section.Close();
        return price;
    }
}
