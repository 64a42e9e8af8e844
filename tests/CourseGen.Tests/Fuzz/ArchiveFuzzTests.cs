using System.Formats.Tar;
using System.IO.Compression;
using System.Text;
using CourseGen.App.Verifying.Leaks;
using Shouldly;
using Xunit;

namespace CourseGen.Tests.Fuzz;

/// <summary>Whatever is in an archive, it is searched, or named as one that was not.</summary>
public sealed class ArchiveFuzzTests
{
    private const int Inputs = 2_000;
    private const int Largest = 256 * 1024;

    private static readonly string[] Words =
    [
        "PK\u0003\u0004", "PK\u0001\u0002", "PK\u0005\u0006", "PK\u0006\u0006", "\u001f\u008b\b", "ustar", "ustar  ", "\0\0\0\0\0\0\0\0", "77777777777", "00000000000", "-1", "../../etc/passwd",
        "x", "g", "L", "K", "S", "30 size=99999999999999999999\n", "\u00ff\u00ff\u00ff\u00ff",
    ];

    [Fact]
    public void No_archive_does_more_than_be_left_alone()
    {
        var text = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 60).Select(number => $"line {number}\n")));
        byte[][] sound =
        [
            Zip("a/b.txt", text), Zip("inner.zip", Zip("c.txt", text)), Tar(TarEntryFormat.Ustar, text), Tar(TarEntryFormat.Pax, text), Tar(TarEntryFormat.Gnu, text),
            Tar(TarEntryFormat.V7, text), Gzip(Tar(TarEntryFormat.Pax, text)), Gzip(text),
        ];
        var mutator = new Mutator(4, sound, Words);
        var opened = 0;
        for (var input = 0; input < Inputs; input++)
        {
            var bytes = mutator.Next(Largest);
            var found = new List<string>();
            Bounds.Read<NeverThrown>($"archive {input}", () => new Archives().Visit("starter/a", bytes, content => found.Add(content.Path))).ShouldBeTrue();
            // An archive that cannot be opened is still a file with bytes of its own.
            found.ShouldContain("starter/a");
            if (found.Count > 1) opened++;
        }

        // Were none opened, or all, the mutants would say nothing.
        opened.ShouldBeInRange(Inputs / 20, Inputs * 19 / 20);
    }

    [Theory]
    [InlineData('x')]
    [InlineData('g')]
    [InlineData('L')]
    [InlineData('K')]
    public void A_header_that_claims_two_gigabytes_is_not_believed(char type)
    {
        var tar = Tar(TarEntryFormat.Ustar, "a"u8.ToArray());
        Encoding.ASCII.GetBytes("17777777600").CopyTo(tar, 124);
        tar[156] = (byte)type;
        Sign(tar);
        var archives = new Archives();

        Bounds.Read<NeverThrown>($"header {type}", () => archives.Visit("starter/a", tar, Nothing)).ShouldBeTrue();
    }

    [Fact]
    public void A_zip_of_many_empty_files_is_named_and_left_alone()
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
            for (var number = 0; number < 60_000; number++) archive.CreateEntry($"{number}");
        var archives = new Archives();

        Bounds.Read<NeverThrown>("a zip of many files", () => archives.Visit("starter/a", stream.ToArray(), Nothing)).ShouldBeTrue();

        archives.Unsearched.ShouldHaveSingleItem().ShouldContain("more than 5,000 files");
    }

    [Fact]
    public void A_gzip_of_zeros_stops_at_the_largest_file()
    {
        var archives = new Archives();
        var zeros = Gzip(new byte[200 * 1024 * 1024]);

        Bounds.Read<NeverThrown>("zeros", () => archives.Visit("starter/a", zeros, Nothing)).ShouldBeTrue();

        archives.Unsearched.ShouldHaveSingleItem().ShouldContain("16,777,216");
    }

    private static void Nothing(GivenContent content)
    {
    }

    // An archive is never refused: it is searched, or its name is noted.
    private sealed class NeverThrown : Exception;

    private static void Sign(byte[] header)
    {
        "        "u8.CopyTo(header.AsSpan(148));
        var sum = header.AsSpan(0, 512).ToArray().Sum(one => one);
        Encoding.ASCII.GetBytes($"{Convert.ToString(sum, 8).PadLeft(6, '0')}\0 ").CopyTo(header, 148);
    }

    private static byte[] Zip(string name, byte[] content)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        using (var entry = archive.CreateEntry(name).Open())
            entry.Write(content);
        return stream.ToArray();
    }

    private static byte[] Tar(TarEntryFormat format, byte[] content)
    {
        using var stream = new MemoryStream();
        using (var archive = new TarWriter(stream, format, leaveOpen: true))
        {
            // A name that is too long for the plain header has one of its own where the format knows such.
            var name = format is TarEntryFormat.Pax or TarEntryFormat.Gnu ? new string('n', 150) : "notes.txt";
            archive.WriteEntry(Entry(format, name, content));
        }

        return stream.ToArray();
    }

    private static TarEntry Entry(TarEntryFormat format, string name, byte[] content) => format switch
    {
        TarEntryFormat.Pax => new PaxTarEntry(TarEntryType.RegularFile, name) { DataStream = new MemoryStream(content) },
        TarEntryFormat.Gnu => new GnuTarEntry(TarEntryType.RegularFile, name) { DataStream = new MemoryStream(content) },
        TarEntryFormat.V7 => new V7TarEntry(TarEntryType.V7RegularFile, name) { DataStream = new MemoryStream(content) },
        _ => new UstarTarEntry(TarEntryType.RegularFile, name) { DataStream = new MemoryStream(content) },
    };

    private static byte[] Gzip(byte[] content)
    {
        using var stream = new MemoryStream();
        using (var archive = new GZipStream(stream, CompressionLevel.Fastest, leaveOpen: true)) archive.Write(content);
        return stream.ToArray();
    }
}
