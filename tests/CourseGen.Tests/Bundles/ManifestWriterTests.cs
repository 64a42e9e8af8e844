using System.Text;
using CourseGen.App.Bundles;
using CourseGen.Domain.Bundles;
using CourseGen.Runs;
using Shouldly;
using Xunit;

namespace CourseGen.Tests.Bundles;

/// <summary>Whatever somebody calls things, a manifest that is written says no more than was meant.</summary>
public sealed class ManifestWriterTests
{
    [Theory]
    [InlineData("abc\nlimits:\n  memory: 16GiB")]
    [InlineData("abc\r\nformat: 2")]
    [InlineData("abc # def")]
    [InlineData("a: b")]
    [InlineData("*a")]
    [InlineData("&a b")]
    [InlineData("!tag b")]
    [InlineData("[a, b]")]
    [InlineData("{ a: b }")]
    [InlineData("- a")]
    [InlineData("--- a")]
    [InlineData("| a")]
    [InlineData("'a\" b\\")]
    [InlineData("a\u2028limits:\u2029b\u0085c\uFEFFd\u007Fe\u0001f\tg")]
    [InlineData("a 😀 ü")]
    [InlineData("007")]
    [InlineData("null")]
    [InlineData("no")]
    public void Hostile_texts_stand_for_themselves_everywhere(string text)
    {
        var errors = new List<BundleError>();

        var read = ManifestReader.Read(Encoding.UTF8.GetBytes(ManifestWriter.Write(Holding(text))), errors);
        var variant = VariantReader.Read("one", "variant.yaml", Encoding.UTF8.GetBytes(ManifestWriter.Write(Variant(text))), null, errors);

        // The reader refuses what is no id, and has read it as one nevertheless.
        RunJson.Write(read).ShouldBe(RunJson.Write(Holding(text)));
        RunJson.Write(variant).ShouldBe(RunJson.Write(Variant(text)));
        errors.ShouldAllBe(error => error.Message.Contains("must be") || error.Message.Contains("relative path") || error.Message.Contains("twice"));
    }

    private static Manifest Holding(string text) => new()
    {
        Slug = text,
        Title = text,
        Summary = text,
        Surface = Surface.Http,
        Stack = new(text, text, text, text, text, text),
        Runtime = new(8000, text, true),
        Mutation = new() { Equivalent = [new(text, text, text)] },
        Deliverables = [new(text, text, [text], [new(text, text, [text])], ReportKind.CourseGen, ReportKind.Tap)],
    };

    private static Variant Variant(string text) => new("one", VariantRole.Buggy, VariantBase.Reference, text, [text], [text], text);
}
