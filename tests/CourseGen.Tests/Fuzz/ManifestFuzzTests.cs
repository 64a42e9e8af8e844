using System.Text;
using CourseGen.App.Bundles;
using CourseGen.Domain.Bundles;
using CourseGen.Testing;
using Shouldly;
using Xunit;

namespace CourseGen.Tests.Fuzz;

/// <summary>Whatever is in a manifest, it is read or refused by name.</summary>
public sealed class ManifestFuzzTests
{
    private const int Inputs = 2_000;

    private static readonly string[] Words =
    [
        "&a", "*a", "<<: *a", "!!binary", "!<tag:x>", "? ", "- - - - ", "{{{{", "[[[[", "}}", "|", ">-", "%YAML 1.999999999", "---", "...", "\t", "\0", "\u2028", "\uFEFF",
        "'", "\"\\U0011FFFF\"", "\"\\uD800\"", "~", "null", ".nan", "-.inf", "1e999", "99999999999999999999", "-1", "0x7fffffff", "1KiB", "999999999GiB", "999999999h", "0s",
        "(a{999}){999}", "(?=a)", "\\1", "../../etc/passwd", "/", "**/**/**", "format: 1", "deliverables: []", "promises: {}", "\r\n", "# ", ": ", "a: a: a: ",
    ];

    [Fact]
    public void No_manifest_does_more_than_be_refused()
    {
        string[] sound = [File.ReadAllText(Path.Combine(AddNumbers.Folder, "course.yaml")), Rich];
        var mutator = new Mutator(1, [.. sound.Select(Encoding.UTF8.GetBytes)], Words);
        var errors = new List<BundleError>();
        var read = 0;
        for (var input = 0; input < Inputs; input++)
        {
            var bytes = mutator.Next(BundleLayout.MaxYamlBytes);
            errors.Clear();
            Bounds.Read<BundleInvalidException>($"manifest {input}", () => ManifestReader.Read(bytes, errors)).ShouldBeTrue();
            errors.ShouldAllBe(error => error.Path == BundleLayout.ManifestFile && error.Message.Length > 0 && (error.Line == null || error.Line > 0));
            if (errors.Count == 0) read++;
        }

        // Were none read, or all, the mutants would say nothing.
        read.ShouldBeInRange(Inputs / 100, Inputs / 2);
    }

    [Fact]
    public void No_variant_does_more_than_be_refused()
    {
        const string sound = "role: buggy\nbase: reference\ndeliverable: add\ndelete: [old.sh, lib/]\nbreaks: [add-sum]\nwhy: Loses the sign.\n";
        var mutator = new Mutator(2, [Encoding.UTF8.GetBytes(sound)], Words);
        var errors = new List<BundleError>();
        for (var input = 0; input < Inputs; input++)
        {
            var bytes = mutator.Next(BundleLayout.MaxYamlBytes);
            Bounds.Read<BundleInvalidException>($"variant {input}", () => VariantReader.Read("one", "variants/one/variant.yaml", bytes, null, errors)).ShouldBeTrue();
        }

        errors.ShouldAllBe(error => error.Path == "variants/one/variant.yaml" && error.Message.Length > 0);
    }

    [Theory]
    [InlineData("[")]
    [InlineData("{")]
    [InlineData("- ")]
    [InlineData("? ")]
    [InlineData("a: ")]
    [InlineData("a:\n ")]
    [InlineData("&a ")]
    [InlineData("!a ")]
    [InlineData("'")]
    [InlineData("\"\\n")]
    [InlineData("#")]
    [InlineData("\n")]
    [InlineData("--- a\n")]
    [InlineData("a: |\n")]
    [InlineData("%TAG ! a\n")]
    [InlineData("b\n")]
    [InlineData("a: b\n")]
    [InlineData("[a]: b\n")]
    public void No_manifest_of_one_thing_over_and_over_hangs(string part)
    {
        var bytes = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(part, BundleLayout.MaxYamlBytes / part.Length)));
        var errors = new List<BundleError>();

        Bounds.Read<BundleInvalidException>(part, () => ManifestReader.Read(bytes, errors));

        errors.ShouldNotBeEmpty();
    }

    private const string Rich = """
        format: 1
        slug: rich-course
        title: "A \"rich\" course"
        summary: >-
          Folded
          text.
        surface: http
        stack: { language: Any, language_version: '1', framework: none, package_manager: none, database: none, cache: none }
        runtime: { port: 8000, health: /health, install_network: true }
        limits: { install: 600s, boot: 60s, suite: 90s, cpu: 60s, memory: 512MiB, processes: 128, disk: 256MiB, output: 1MiB }
        mutation:
          threshold: 0.9
          max: 60
          skip: ['^\s*#', "^import"]
          equivalent:
            - { file: a.txt, id: '3f2a9c01b7de', why: the same }
        deliverables:
          - id: one
            title: One
            owns: [a.txt, "src/**", lib/*.c]
            promises:
              - id: one-a
                text: It does
                checks: [a, b]
            visible: { report: junit }
            hidden: { report: tap }
          - id: two
            title: Two
            owns:
              - b.txt
            promises: [{ id: two-a, text: "It does, too", checks: [c] }]
        """;
}
