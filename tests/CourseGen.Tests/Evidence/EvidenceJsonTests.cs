using System.Text.Json;
using CourseGen.App.Verifying;
using CourseGen.Domain.Bundles;
using CourseGen.Tests.Cli;
using Shouldly;
using Xunit;

namespace CourseGen.Tests.EvidenceForms;

public sealed class EvidenceJsonTests
{
    [Fact]
    public void The_evidence_of_a_sound_course_has_the_shape_of_the_contract() =>
        Approved.Match("evidence-sound.json", EvidenceJson.Write(EvidenceSamples.Sound()));

    [Fact]
    public void The_evidence_of_a_refused_course_names_its_findings()
    {
        var root = JsonDocument.Parse(EvidenceJson.Write(EvidenceSamples.Refused())).RootElement;
        root.GetProperty("verdict").GetString().ShouldBe("refused");
        var finding = root.GetProperty("findings")[0];
        finding.EnumerateObject().Select(one => one.Name).ShouldBe(["code", "deliverable", "variant", "message", "next_step", "evidence"]);
        finding.GetProperty("code").GetString().ShouldBe("naive_passes_hidden");
        finding.GetProperty("evidence").GetProperty("checks").GetArrayLength().ShouldBe(3);
        root.GetProperty("notes")[0].GetString().ShouldBe("This machine did not give the guarantee: memory limit.");
    }

    [Fact]
    public void A_bundle_that_breaks_the_contract_is_a_refusal_with_every_error()
    {
        var invalid = new BundleInvalidException([new("course.yaml", 3, "'slug' is missing"), new("starter/README.md", null, "is missing")]);
        var root = JsonDocument.Parse(EvidenceJson.Write(invalid, 1)).RootElement;
        root.GetProperty("verdict").GetString().ShouldBe("refused");
        root.GetProperty("findings")[0].GetProperty("line").GetInt32().ShouldBe(3);
        root.GetProperty("findings")[1].TryGetProperty("line", out _).ShouldBeFalse();
        root.GetProperty("findings").EnumerateArray().ShouldAllBe(one => one.GetProperty("code").GetString() == "bundle_invalid");
    }

    [Fact]
    public void Text_that_is_no_well_formed_unicode_still_gives_json()
    {
        var text = EvidenceJson.Write(EvidenceSamples.Hostile("half \ud800 \0 \" \u2028 </script>"));
        JsonDocument.Parse(text).RootElement.GetProperty("notes").GetArrayLength().ShouldBeGreaterThan(0);
    }
}
