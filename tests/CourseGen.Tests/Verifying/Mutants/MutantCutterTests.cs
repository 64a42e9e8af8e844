using CourseGen.App.Content;
using CourseGen.App.Verifying;
using CourseGen.App.Verifying.Mutants;
using CourseGen.Domain.Bundles;
using CourseGen.Domain.Verdicts;
using Shouldly;
using Xunit;

namespace CourseGen.Tests.Verifying.Mutants;

public sealed class MutantCutterTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("coursegen-cut-");

    [Fact]
    public void Mutants_are_cut_from_what_the_reference_adds_and_from_nothing_else()
    {
        var cut = Cut("a(1)\nb(2)\nc(3)\nd(5)\ne(6)\n", "a(1)\nnew(7)\nb(2)\nc(4)\nd(5)\ne(8)\n");
        cut.ShouldAllBe(one => !one.Diff.Contains("-a(1)") && !one.Diff.Contains("-b(2)") && !one.Diff.Contains("-d(5)"));
        cut.Select(one => one.Kind).Distinct().ShouldBe(
            [MutantKind.HunkOut, MutantKind.HunkIn, MutantKind.LineOut, MutantKind.TokenSwapped], ignoreOrder: true);
        cut.ShouldContain(one => one.Kind == MutantKind.TokenSwapped && one.Diff.EndsWith("-new(7)\n+new(8)\n b(2)\n c(4)\n d(5)", StringComparison.Ordinal));
        cut.Select(one => one.Id).Distinct().Count().ShouldBe(cut.Count);
    }

    [Fact]
    public void A_mutant_differs_from_its_base_in_nothing_but_the_change()
    {
        var change = Change("one\r\ntwo\r\n", "one\r\nif (a1 == 2)\r\ntwo");
        foreach (var (candidate, mutant) in new MutantCutter([change], []).Cut().Where(one => one.Candidate.Kind == MutantKind.TokenSwapped))
            string.Concat(candidate.Mutated).ShouldBeOneOf("one\r\nif (a1 != 2)\r\ntwo", "one\r\nif (a1 == 3)\r\ntwo", "one\r\nif (a1 == 1)\r\ntwo");
    }

    [Fact]
    public void Comments_and_imports_are_left_alone_unless_the_author_says_otherwise()
    {
        const string reference = "a\n# never 1 or 2\nimport x1\nb(1)\n";
        Cut("a\nb(0)\n", reference).Where(one => one.Kind != MutantKind.HunkIn && one.Kind != MutantKind.HunkOut).ShouldAllBe(one => one.Diff.Contains("-b(1)"));
        new MutantCutter([Change("a\nb(0)\n", reference)], []).Cut().ShouldContain(one => one.Mutant.Diff.Contains("-# never 1 or 2"));
    }

    [Fact]
    public void With_two_hunks_the_one_alone_is_all_without_the_other()
    {
        var cut = new MutantCutter([Change("a(1)\nb(2)\nc(3)\n", "a(4)\nb(2)\nc(5)\n")], []).Cut();

        cut.Select(one => one.Mutant.Kind).ShouldNotContain(MutantKind.HunkIn);
        cut.Where(one => one.Mutant.Kind == MutantKind.HunkOut).Select(one => string.Concat(one.Candidate.Mutated)).ShouldBe(["a(1)\nb(2)\nc(5)\n", "a(4)\nb(2)\nc(3)\n"]);
    }

    [Theory]
    [InlineData("\"\"\"", "\"\"\"")]
    [InlineData("@doc \"\"\"", "\"\"\"")]
    [InlineData("/**", " */")]
    [InlineData("{-", "-}")]
    [InlineData("(**", " *)")]
    [InlineData("#|", "|#")]
    [InlineData("=begin", "=end")]
    [InlineData("--[[", "]]")]
    public void Comments_of_more_than_one_line_are_no_code(string open, string close) =>
        Cut("a\n", $"a\n  {open} says 1\n  and more than 2\n\n  or 3 {close}\nb(4)\n").ShouldAllBe(one => one.Diff.Contains("-b(4)"));

    [Theory]
    [InlineData("/*) echo 1 ;;")]
    [InlineData("\"\"\"1\"\"\"")]
    [InlineData("x = \"\"\"")]
    public void What_does_not_begin_a_line_or_is_not_closed_begins_no_comment(string line) =>
        Cut("a\n", $"a\n{line}\nb(4)\n").ShouldContain(one => one.Diff.Contains("-b(4)"));

    [Fact]
    public void What_is_written_for_people_is_no_code() => new MutantCutter([Change("a\n", "a\nb(1)\n") with { Path = "docs/Design.MD" }], []).Cut().ShouldBeEmpty();

    [Theory]
    [InlineData("# 1")]
    [InlineData("// 1")]
    [InlineData("/* 1 */")]
    [InlineData(" * 1")]
    [InlineData("*> 1")]
    [InlineData("(* 1 *)")]
    [InlineData("(** 1 *)")]
    [InlineData("-- 1")]
    [InlineData("; 1")]
    [InlineData("% 1")]
    [InlineData("! 1")]
    [InlineData("<!-- 1 -->")]
    public void Comments_of_many_languages_are_no_code(string comment) =>
        Cut("a\n", $"a\n  {comment} and more than 2\nb()\n").ShouldAllBe(one => !one.Diff.Contains("-  " + comment));

    [Theory]
    [InlineData("*place = 1")]
    [InlineData("(*place)(1)")]
    [InlineData("!is_open(1) &&")]
    public void What_only_looks_like_a_comment_is_code(string line) =>
        Cut("a\n", $"a\n  {line}\n").ShouldContain(one => one.Kind == MutantKind.LineOut);

    [Fact]
    public void The_id_of_a_mutant_outlives_changes_elsewhere_in_its_file()
    {
        var before = Cut("x\ny\nz\nend\n", "x\ny\nz\nadded(1)\nend\n").Single(one => one.Kind == MutantKind.LineOut);
        var after = Cut("x\ny\nz\nend\n", "x\nfar(2)\nw\nx\ny\nz\nadded(1)\nend\n");
        after.Select(one => one.Id).ShouldContain(before.Id);
        after.Single(one => one.Id == before.Id).Line.ShouldNotBe(before.Line);
    }

    [Fact]
    public void A_course_with_one_hunk_has_no_hunk_to_leave_out_or_put_in() =>
        Cut("a\n", "a\nb(1)\nc(2)\n").Select(one => one.Kind).ShouldNotContain(kind => kind == MutantKind.HunkIn || kind == MutantKind.HunkOut);

    [Fact]
    public void What_is_no_text_is_not_mutated()
    {
        var before = File("a", [1, 2, 3]);
        var after = File("b", [1, 0, 255, 254]);
        FileChange.Between(Files(before), Files(after)).ShouldBeEmpty();
    }

    [Fact]
    public void A_seed_draws_the_same_mutants_again_and_another_seed_others()
    {
        var all = new MutantCutter([Change("", string.Concat(Enumerable.Range(0, 60).Select(number => $"call_{number}({number})\n")))], []).Cut();
        string Drawn(int seed) => string.Join(' ', MutantDraw.Draw(all, one => one.Mutant, seed, 20).Select(one => one.Mutant.Id));
        Drawn(3).ShouldBe(Drawn(3));
        Drawn(3).ShouldNotBe(Drawn(4));
        MutantDraw.Draw(all, one => one.Mutant, 3, 20).Select(one => one.Mutant.Kind).Distinct().Count().ShouldBeGreaterThan(1);
        MutantDraw.Draw(all, one => one.Mutant, 3, 100_000).Count.ShouldBe(all.Count);
    }

    [Fact]
    public void No_line_is_read_for_candidates_that_are_not_taken_nor_again_for_every_hunk()
    {
        const int count = 250;
        var lines = new CountedLines([.. Enumerable.Repeat(string.Concat(Enumerable.Repeat("12 ", 100)) + "\n", count)]);

        new MutantCutter([new("numbers", [], lines, [.. Enumerable.Range(0, count).Select(line => new Hunk(0, 0, line, 1))])], []).Cut().ShouldNotBeEmpty();

        // Once each for comments, for hunks, for lines and for tokens, and once for the texts among the tokens.
        lines.Reads.ShouldBeLessThan(6 * count);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private IReadOnlyList<Mutant> Cut(string starter, string reference) =>
        [.. new MutantCutter([Change(starter, reference)], new MutationPolicy().Skip).Cut().Select(one => one.Mutant)];

    private FileChange Change(string starter, string reference) =>
        FileChange.Between(Files(File("starter", System.Text.Encoding.UTF8.GetBytes(starter))), Files(File("reference", System.Text.Encoding.UTF8.GetBytes(reference)))).Single();

    private static WorkspaceFiles Files(string path) => WorkspaceFiles.Of(new Dictionary<string, WorkspaceFile> { ["work.txt"] = new(path, false) });

    private string File(string name, byte[] content)
    {
        var path = Path.Combine(_folder.FullName, name);
        System.IO.File.WriteAllBytes(path, content);
        return path;
    }

    private sealed class CountedLines(string[] lines) : IReadOnlyList<string>
    {
        public int Reads { get; private set; }

        public int Count => lines.Length;

        public string this[int index]
        {
            get
            {
                Reads++;
                return lines[index];
            }
        }

        public IEnumerator<string> GetEnumerator() => lines.AsEnumerable().GetEnumerator();

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
