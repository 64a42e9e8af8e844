using CourseGen.App.Verifying.Mutants;
using Shouldly;
using Xunit;

namespace CourseGen.Tests.Verifying.Mutants;

public sealed class LineOrderTests
{
    [Theory]
    [InlineData("disk_write(draft, all);", "disk_rename(draft, path);", true)]
    [InlineData("size -= 1;", "at += size;", true)]
    [InlineData("rest.data += record.size;", "rest.size -= record.size;", false)]
    [InlineData("self.url = url", "self.code = code", false)]
    [InlineData("import threading", "import time", false)]
    [InlineData("run();", "run();", false)]
    [InlineData("'+': Push(Lower + Upper);", "'-': Push(Lower - Upper);", false)]
    [InlineData("| 0 -> Number 1", "| 1 -> Number 2", false)]
    [InlineData("\"ls\" => list(here),", "\"cd\" => enter(here),", false)]
    [InlineData("'a': add(total)", "'a': print(total)", true)]
    [InlineData("case 1: add(total);", "case 2: print(total);", true)]
    public void Lines_that_share_nothing_can_be_exchanged_unnoticed(string first, string second, bool matters) =>
        LineOrder.Matters(first, second).ShouldBe(matters);
}
