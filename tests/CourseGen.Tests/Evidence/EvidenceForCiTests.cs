using System.Text.Json;
using System.Xml.Linq;
using CourseGen.App.Verifying;
using CourseGen.Domain.Bundles;
using CourseGen.Domain.Content;
using CourseGen.Domain.Verdicts;
using CourseGen.Tests.Cli;
using Shouldly;
using Xunit;

namespace CourseGen.Tests.EvidenceForms;

/// <summary>Evidence as the programs around a repository read it.</summary>
public sealed class EvidenceForCiTests
{
    private static readonly EvidenceSarif Sarif = new("1.2.3", "courses/notes");

    [Fact]
    public void The_matrix_is_told_as_junit() => Approved.Match("evidence-refused.junit.xml", EvidenceJUnit.Write(EvidenceSamples.Refused()));

    [Fact]
    public void Findings_and_survivors_are_told_as_sarif() => Approved.Match("evidence-survived.sarif.json", Sarif.Write(Bundle(), EvidenceSamples.Survived()));

    [Fact]
    public void A_sound_course_has_no_failure_and_a_survivor_is_only_a_note_which_is_suppressed_where_it_is_acknowledged()
    {
        XDocument.Parse(EvidenceJUnit.Write(EvidenceSamples.Sound())).Root!.Attribute("failures")!.Value.ShouldBe("0");
        var results = JsonDocument.Parse(Sarif.Write(Bundle(), EvidenceSamples.Sound())).RootElement.GetProperty("runs")[0].GetProperty("results");
        results.EnumerateArray().ShouldAllBe(result => result.GetProperty("level").GetString() == "note");
        results.EnumerateArray().Where(result => !result.TryGetProperty("suppressions", out _)).ShouldHaveSingleItem();
        results.EnumerateArray().Where(result => result.TryGetProperty("suppressions", out _)).ShouldHaveSingleItem()
            .GetProperty("suppressions")[0].GetProperty("justification").GetString().ShouldBe("The two lines do not touch each other.");
    }

    [Fact]
    public void Every_finding_about_one_cell_is_told()
    {
        var refused = EvidenceSamples.Refused();
        var second = refused.Findings[0] with { Code = FindingCode.OverLimit, Message = "It needs too much memory, too." };
        var told = XDocument.Parse(EvidenceJUnit.Write(refused with { Findings = [.. refused.Findings, second] }));
        told.Descendants("failure").Select(failure => failure.Attribute("message")!.Value)
            .ShouldBe([.. refused.Findings.Select(finding => finding.Message), second.Message]);
    }

    [Fact]
    public void A_bundle_that_breaks_the_contract_is_told_at_its_lines()
    {
        var invalid = new BundleInvalidException([new("course.yaml", 3, "'slug' is missing")]);
        XDocument.Parse(EvidenceJUnit.Write(invalid)).Descendants("failure").Single().Attribute("message")!.Value.ShouldBe("course.yaml:3: 'slug' is missing");
        var place = JsonDocument.Parse(Sarif.Write(invalid)).RootElement.GetProperty("runs")[0].GetProperty("results")[0].GetProperty("locations")[0].GetProperty("physicalLocation");
        place.GetProperty("artifactLocation").GetProperty("uri").GetString().ShouldBe("courses/notes/course.yaml");
        place.GetProperty("region").GetProperty("startLine").GetInt32().ShouldBe(3);
    }

    [Fact]
    public void Whatever_a_program_printed_both_forms_can_be_read()
    {
        var hostile = EvidenceSamples.Hostile("half \ud800 \0 \u001b \ufffe ]]> \" & < \U0001F600");
        XDocument.Parse(EvidenceJUnit.Write(hostile)).Descendants("failure").First().Value.ShouldContain("]]> \" & < \U0001F600");
        JsonDocument.Parse(Sarif.Write(Bundle(), hostile)).RootElement.GetProperty("version").GetString().ShouldBe("2.1.0");
    }

    [Fact]
    public void Every_code_of_a_finding_has_words() => FindingCode.All.ShouldAllBe(code => FindingWords.Of(code).Length > 0);

    private static Bundle Bundle()
    {
        var reference = new Variant("reference", VariantRole.Reference, VariantBase.Starter, null, [], [], "It is right.");
        FileEntry Entry(string path) => new(path, BlobId.Of([]), 0, Executable: false);
        return new("", EvidenceSamples.Manifest, [reference], new FileTree([Entry("course.yaml"), Entry("variants/reference/variant.yaml"), Entry("briefs/keep.md")]));
    }
}
