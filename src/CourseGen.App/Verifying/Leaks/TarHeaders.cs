using System.Buffers.Binary;

namespace CourseGen.App.Verifying.Leaks;

/// <summary>
/// Looks at the sizes that the headers of a tar archive claim. The library makes room for a long name or for attributes as their
/// header claims, whatever is there, so that a kilobyte could ask for two gigabytes.
/// </summary>
internal static class TarHeaders
{
    private const int Block = 512;
    private const int SizeAt = 124;
    private const int SizeLength = 12;

    /// <exception cref="InvalidDataException">A header claims more than the archive has behind it.</exception>
    public static void RefuseOverlong(ReadOnlySpan<byte> archive)
    {
        while (archive.Length >= Block)
        {
            var size = SizeOf(archive[..Block]);
            if (size < 0 || size > archive.Length - Block) throw new InvalidDataException("A header claims more than the archive holds.");
            var blocks = 1 + ((size + Block - 1) / Block);
            archive = archive[(int)Math.Min(blocks * Block, archive.Length)..];
        }
    }

    // Octal digits, or a binary number when the first bit is set.
    private static long SizeOf(ReadOnlySpan<byte> header)
    {
        var field = header.Slice(SizeAt, SizeLength);
        if ((field[0] & 0x80) != 0) return BinaryPrimitives.ReadInt64BigEndian(field[(SizeLength - sizeof(long))..]);
        long size = 0;
        foreach (var one in field)
        {
            if (one is >= (byte)'0' and <= (byte)'7') size = (size * 8) + (one - '0');
            else if (one is not ((byte)' ' or 0)) break;
        }

        return size;
    }
}
