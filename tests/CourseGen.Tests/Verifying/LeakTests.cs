using System.Formats.Tar;
using System.IO.Compression;
using System.Text;
using CourseGen.App.Verifying.Leaks;
using CourseGen.Domain.Verdicts;
using Shouldly;
using Xunit;

namespace CourseGen.Tests.Verifying;

/// <summary>What a learner must not get is found wherever a learner gets it.</summary>
public sealed class LeakTests : IDisposable
{
    private readonly TinyBundle _tiny = new();

    // Nothing of the visible suite is like it.
    private static readonly string Secret = string.Concat(Enumerable.Range(0, 40).Select(number => $"want \"answer {number * number}\" from key{number % 5}\n"));

    public LeakTests() => _tiny.Write("checks/add/hidden/cases.txt", Secret);

    [Fact]
    public void A_sound_bundle_leaks_nothing() => Leaks().ShouldBeEmpty();

    [Fact]
    public void A_part_of_a_hidden_file_is_found_however_its_lines_are_broken()
    {
        var words = Secret.Split([' ', '\n']).Skip(8).Take(60);
        _tiny.Append("briefs/add.md", $"Look: {string.Join(" \r\n\t", words)}\n");
        var leak = Leaks().ShouldHaveSingleItem();
        leak.Code.ShouldBe(FindingCode.HiddenLeaked);
        leak.Message.ShouldBe("briefs/add.md holds a part of checks/add/hidden/cases.txt, so a learner can read the hidden checks.");
        leak.Evidence.Log.ShouldContain("wantanswer16from");
    }

    [Theory]
    [InlineData("# ", "")]
    [InlineData("   -- ", "")]
    [InlineData("> ", "")]
    [InlineData("+", "")]
    [InlineData("    \"", "\\n\",")]
    public void A_part_is_found_as_a_comment_a_quotation_a_patch_and_a_text_in_quotes(string before, string after)
    {
        _tiny.Write("starter/notes", string.Concat(Secret.Split('\n').Skip(9).Take(12).Select(line => $"{before}{line}{after}\n")));
        Leaks().ShouldHaveSingleItem().Message.ShouldStartWith("starter/notes holds a part of checks/add/hidden/cases.txt");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(76)]
    public void A_part_in_base_64_is_found(int width)
    {
        var code = Convert.ToBase64String(Encoding.UTF8.GetBytes(Secret));
        _tiny.Write("starter/notes", $"data = '{(width == 0 ? code : string.Join('\n', code.Chunk(width).Select(line => new string(line))))}'\n");
        Leaks().ShouldHaveSingleItem().Message.ShouldStartWith("starter/notes!base64 holds a part of checks/add/hidden/cases.txt");
    }

    [Fact]
    public void An_archive_that_cannot_be_opened_is_named()
    {
        WriteBytes("starter/extra.bz2", [.. "BZh91AY&SY"u8]);
        LeakRules.Apply(_tiny.Read()).Notes.ShouldHaveSingleItem().ShouldStartWith("starter/extra.bz2 is packed by bzip2, which cannot be opened here");
    }

    [Fact]
    public void What_a_file_of_the_learners_begins_with_is_no_secret_of_other_files()
    {
        var licence = string.Concat(Enumerable.Range(0, 20).Select(number => $"# term {number} of the licence under which all of this may be used\n"));
        _tiny.Write(TinyBundle.StarterProgram, licence + _tiny.TextOf(TinyBundle.StarterProgram))
            .Write(TinyBundle.ReferenceProgram, licence + _tiny.TextOf(TinyBundle.ReferenceProgram))
            .Write("variants/reference/files/helper.sh", licence + "helps\n").Append("checks/add/hidden/cases.txt", licence);
        Leaks().ShouldBeEmpty();
    }

    [Fact]
    public void A_few_words_in_common_are_no_leak()
    {
        _tiny.Append("briefs/add.md", Secret[..100]);
        Leaks().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("starter/extra.zip")]
    [InlineData("checks/add/visible/extra.zip")]
    public void A_hidden_file_in_an_archive_is_found(string path)
    {
        WriteBytes(path, Zip("deep/inner.tgz", Gzip(Tar("old/cases.txt", Encoding.UTF8.GetBytes(Secret)))));
        Leaks().ShouldHaveSingleItem().Message.ShouldBe($"{path}!deep/inner.tgz!!old/cases.txt holds a part of checks/add/hidden/cases.txt, so a learner can read the hidden checks.");
    }

    [Fact]
    public void What_a_visible_suite_shows_is_no_secret()
    {
        _tiny.Write("checks/add/visible/cases.txt", Secret).Append("starter/README.md", Secret);
        Leaks().ShouldBeEmpty();
    }

    [Fact]
    public void A_hidden_file_that_lies_among_the_visible_checks_for_nothing_is_a_note()
    {
        _tiny.Write("checks/add/visible/cases.txt", Secret);
        LeakRules.Apply(_tiny.Read()).Notes.ShouldHaveSingleItem()
            .ShouldBe("checks/add/visible/cases.txt is the same as checks/add/hidden/cases.txt, and no file beside it names it. Learners can read it: take it out, unless the visible checks need it.");
        _tiny.Append(TinyBundle.Visible, "# . ./cases\n");
        LeakRules.Apply(_tiny.Read()).Notes.ShouldBeEmpty();
    }

    [Fact]
    public void The_solution_is_found_in_a_brief_and_not_in_the_learners_own_version()
    {
        var solution = _tiny.TextOf(TinyBundle.ReferenceProgram);
        _tiny.Append(TinyBundle.StarterProgram, solution);
        Leaks().ShouldBeEmpty();
        _tiny.Append("briefs/add.md", solution);
        _tiny.Write(TinyBundle.StarterProgram, "#!/bin/sh\necho \"not yet\"\n");
        Leaks().ShouldHaveSingleItem().Code.ShouldBe(FindingCode.ReferenceLeaked);
    }

    // Nothing that the tiny bundle's reference has.
    private static readonly string Work = string.Concat(Enumerable.Range(0, 12).Select(number => $"total{number}=$((total{number} + amount{number}))\nif [ \"$total{number}\" -gt {number} ]; then\n  report {number} *\nfi\n"));

    [Theory]
    [InlineData("# ")]
    [InlineData("  // ")]
    [InlineData("--")]
    [InlineData(";; ")]
    [InlineData("%")]
    public void A_solution_that_is_commented_out_in_the_learners_own_version_is_found(string sign)
    {
        _tiny.Append(TinyBundle.StarterProgram, string.Concat(Work.TrimEnd().Split('\n').Select(line => $"{sign}{line}\n"))).Append(TinyBundle.ReferenceProgram, Work);
        var leak = Leaks().ShouldHaveSingleItem();
        leak.Code.ShouldBe(FindingCode.ReferenceLeaked);
        leak.Message.ShouldMatch(@"^Lines \d+ to \d+ of starter/\S+ hold \d+\s?% of what the reference adds to that file, behind a sign that only comments it out\. So a learner can read the solution\.$");
        leak.Evidence.Log.ShouldContain($"{sign.Trim()}{(sign.EndsWith(' ') ? " " : "")}total0=");
    }

    [Fact]
    public void A_first_step_that_learners_are_given_as_a_comment_is_a_note()
    {
        _tiny.Append(TinyBundle.StarterProgram, string.Concat(Work.Split('\n').Take(16).Select(line => $"# {line}\n"))).Append(TinyBundle.ReferenceProgram, Work);
        Leaks().ShouldBeEmpty();
        LeakRules.Apply(_tiny.Read()).Notes.ShouldHaveSingleItem().ShouldContain("of what the reference adds to that file, behind a sign that only comments it out. Take it out, unless");
    }

    public static TheoryData<string, string> Rearranged => new()
    {
        // Indented, moved, broken elsewhere, and data in another form.
        { Work, "while next; do\n" + string.Concat(Work.Split('\n').Select(line => $"    {line}\n")) + "done\n" },
        { "alone\n" + Work, Work + "alone\n" },
        { Work, Work.Replace("; then\n", "\nthen\n", StringComparison.Ordinal) },
        { string.Concat(Enumerable.Range(0, 40).Select(number => $"\"name {number}\",\n")), $"[{string.Join(", ", Enumerable.Range(0, 40).Select(number => $"\"name {number}\""))}]\n" },
        { string.Concat(Enumerable.Range(0, 40).Select(number => $"- name {number}\n")), string.Concat(Enumerable.Range(0, 40).Select(number => $"  - name {number}\n")) },
    };

    [Theory]
    [MemberData(nameof(Rearranged))]
    public void What_is_only_arranged_in_another_way_is_not_commented_out(string own, string reference)
    {
        _tiny.Append(TinyBundle.StarterProgram, own).Append(TinyBundle.ReferenceProgram, reference);
        LeakRules.Apply(_tiny.Read()).Notes.ShouldBeEmpty();
        Leaks().ShouldBeEmpty();
    }

    [Fact]
    public void An_archive_that_grows_without_end_is_named_and_not_unpacked()
    {
        WriteBytes("starter/bomb.zip", Zip("a", new byte[20 * 1024 * 1024]));
        WriteBytes("starter/deep.zip", Zip("a.zip", Zip("b.zip", Zip("c.zip", Zip("d", [1])))));
        WriteBytes("starter/broken.zip", [.. "PK\x03\x04"u8, 9, 9, 9]);
        var (leaks, notes) = LeakRules.Apply(_tiny.Read());
        leaks.ShouldBeEmpty();
        notes.ShouldBe(
        [
            "starter/bomb.zip holds a file over 16,777,216 bytes; it was not searched for what learners must not get.",
            "starter/deep.zip!a.zip!b.zip!c.zip is an archive nested deeper than 3; it was not searched for what learners must not get.",
        ]);
    }

    public void Dispose() => _tiny.Dispose();

    private IReadOnlyList<Finding> Leaks() => LeakRules.Apply(_tiny.Read()).Findings;

    private void WriteBytes(string path, byte[] bytes) => File.WriteAllBytes(_tiny.PathOf(path), bytes);

    private static byte[] Zip(string name, byte[] content)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        using (var entry = archive.CreateEntry(name).Open())
            entry.Write(content);
        return stream.ToArray();
    }

    private static byte[] Tar(string name, byte[] content)
    {
        using var stream = new MemoryStream();
        using (var archive = new TarWriter(stream, TarEntryFormat.Ustar, leaveOpen: true))
            archive.WriteEntry(new UstarTarEntry(TarEntryType.RegularFile, name) { DataStream = new MemoryStream(content) });
        return stream.ToArray();
    }

    private static byte[] Gzip(byte[] content)
    {
        using var stream = new MemoryStream();
        using (var archive = new GZipStream(stream, CompressionLevel.Fastest, leaveOpen: true)) archive.Write(content);
        return stream.ToArray();
    }
}
