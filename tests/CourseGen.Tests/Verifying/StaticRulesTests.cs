using CourseGen.App.Verifying;
using Shouldly;
using Xunit;

namespace CourseGen.Tests.Verifying;

/// <summary>What can be said of a bundle before anything runs.</summary>
public sealed class StaticRulesTests : IDisposable
{
    private readonly TinyBundle _tiny = new();

    [Fact]
    public void A_script_whose_first_line_ends_as_on_other_systems_is_a_note()
    {
        _tiny.Write("starter/tools/try.sh", "#!/bin/sh\r\necho 1\r\n").Write("starter/table.csv", "a\r\nb\r\n").Write("starter/empty", "").Write("starter/short", "#!");
        var (findings, notes) = StaticRules.Apply(_tiny.Read());
        findings.ShouldBeEmpty();
        notes.ShouldHaveSingleItem().ShouldBe(
            "starter/tools/try.sh begins with a #! line that ends with CR LF, so whoever starts it looks for a program whose name ends with CR. End its lines with LF.");
    }

    public void Dispose() => _tiny.Dispose();
}
