using System.Text.RegularExpressions;
using CourseGen.App.Verifying;
using CourseGen.Domain.Verdicts;
using Shouldly;
using Xunit;

namespace CourseGen.Tests.EvidenceForms;

public sealed partial class EvidencePageTests
{
    [Fact]
    public void Hostile_text_stays_text_wherever_it_stands()
    {
        const string hostile = "</style></title><script>alert(1)</script><img src=x onerror=alert(1)>\"'&";
        var page = EvidencePage.Write(EvidenceSamples.Hostile(hostile));
        var calm = EvidencePage.Write(EvidenceSamples.Hostile("calm"));
        page.ShouldContain("&lt;script&gt;alert(1)&lt;/script&gt;");
        // The same tags in the same order: nothing of the text became markup.
        Tags(page).ShouldBe(Tags(calm));
    }

    [Fact]
    public void The_page_needs_nothing_besides_itself()
    {
        var page = EvidencePage.Write(EvidenceSamples.Refused());
        page.ShouldNotContain("<script");
        page.ShouldNotContain("src=");
        page.ShouldNotContain("href=");
        page.ShouldNotContain("url(");
        page.ShouldNotContain("@import");
    }

    [Fact]
    public void Findings_come_before_the_matrix_with_their_next_step_and_what_was_seen()
    {
        var page = EvidencePage.Write(EvidenceSamples.Refused());
        page.IndexOf("naive_passes_hidden", StringComparison.Ordinal).ShouldBeLessThan(page.IndexOf("id=\"matrix\"", StringComparison.Ordinal));
        page.ShouldContain("Add a hidden check for what the naive solution gets wrong.");
        page.ShouldContain("must fail");
        page.ShouldContain("memory limit");
    }

    [Fact]
    public void A_cell_tells_its_outcome_in_words_too()
    {
        var page = EvidencePage.Write(EvidenceSamples.Sound());
        page.ShouldContain("passed, must pass, 2 of 2 checks passed");
        page.ShouldContain("does not run, must fail, 0 of 3 checks passed");
        page.ShouldContain("<th scope=\"row\"><code>naive-first-only</code></th>");
    }

    [Fact]
    public void Survivors_are_shown_with_their_change_and_the_promise_they_probably_break()
    {
        var page = EvidencePage.Write(EvidenceSamples.Survived());
        page.ShouldContain("4 of 7 killed (57 %; 80 % needed); 1 acknowledged as equivalent and 1 stillborn besides");
        page.ShouldContain("<ins>&#x2B;if (count &lt;= 1)</ins>");
        page.ShouldContain("probably breaks <code>kept</code>");
        page.ShouldContain("the promise is not known");
        page.ShouldContain("The two lines do not touch each other.");
    }

    [Fact]
    public void Evidence_without_a_matrix_still_has_a_page()
    {
        var page = EvidencePage.Write(EvidenceSamples.Refused() with { Matrix = new([]), Roster = Roster.Unknown });
        page.ShouldContain("No suite was run");
    }

    private static IReadOnlyList<string> Tags(string page) => [.. Tag().Matches(page).Select(match => match.Value)];

    [GeneratedRegex("<[^>]*>", RegexOptions.None, 1000)]
    private static partial Regex Tag();
}
