namespace CourseGen.App.Verifying.Leaks;

/// <summary>
/// Windows of content reduced to its words: letters and digits in their order, without white space and signs. So a copied
/// part is found whatever its lines and indents look like, and as a comment, a quotation, a patch or a text in quotes too.
/// What is kept secret is cut into windows that begin at every eighth byte; what is given is looked at from every byte. A
/// copied run of <see cref="Shortest"/> such bytes therefore holds at least one window whole.
/// </summary>
internal static class ContentWindows
{
    /// <summary>The length of a window, in bytes of reduced content.</summary>
    public const int Size = 96;

    private const int Step = 8;
    private const int FewestDifferent = 12;
    private const ulong Factor = 1_099_511_628_211;

    /// <summary>The shortest copied run that is certainly found, in bytes of reduced content.</summary>
    public const int Shortest = Size + Step - 1;

    /// <summary>Content, reduced.</summary>
    public static byte[] Dense(ReadOnlySpan<byte> content)
    {
        var dense = new byte[content.Length];
        return dense[..WriteDense(content, dense)];
    }

    /// <summary>Writes content, reduced, to a buffer that is as long at least.</summary>
    /// <returns>How many bytes it has.</returns>
    public static int WriteDense(ReadOnlySpan<byte> content, Span<byte> dense)
    {
        var length = 0;
        for (var at = 0; at < content.Length; at++)
        {
            // A text in quotes has its line ends and indents written out, by letters that are none of its own.
            if (content[at] == '\\' && at + 1 < content.Length && content[at + 1] is (byte)'n' or (byte)'r' or (byte)'t') at++;
            else if (IsOfWord(content[at])) dense[length++] = content[at];
        }

        return length;
    }

    /// <summary>The windows by which a secret is recognised. Numbers in a row and other monotonous parts are none.</summary>
    public static HashSet<ulong> OfSecret(byte[] dense)
    {
        var windows = new HashSet<ulong>();
        for (var start = 0; start + Size <= dense.Length; start += Step)
        {
            var window = dense.AsSpan(start, Size);
            if (Different(window) >= FewestDifferent) windows.Add(HashOf(window));
        }

        return windows;
    }

    /// <summary>Every window of a content that is among some others, with the place where it begins.</summary>
    public static IEnumerable<(ulong Window, int Start)> In(ArraySegment<byte> dense, HashSet<ulong> among)
    {
        if (dense.Count < Size || among.Count == 0) yield break;
        var hash = HashOf(dense.AsSpan(0, Size));
        var leaving = Power(Size - 1);
        for (var start = 0; ; start++)
        {
            if (among.Contains(hash)) yield return (hash, start);
            if (start + Size >= dense.Count) yield break;
            hash = unchecked(((hash - (dense[start] * leaving)) * Factor) + dense[start + Size]);
        }
    }

    /// <summary>The window that begins at a place, as text for a person.</summary>
    public static string Shown(ArraySegment<byte> dense, int start) => System.Text.Encoding.UTF8.GetString(dense.AsSpan(start, Size));

    /// <summary>Whether a byte is none of a sign's. Whatever is beyond ASCII may be a letter.</summary>
    public static bool IsOfWord(byte one) => char.IsAsciiLetterOrDigit((char)one) || one is (byte)'_' or >= 0x80;

    private static int Different(ReadOnlySpan<byte> window)
    {
        Span<bool> seen = stackalloc bool[256];
        var count = 0;
        foreach (var one in window)
        {
            if (seen[one]) continue;
            seen[one] = true;
            count++;
        }

        return count;
    }

    private static ulong HashOf(ReadOnlySpan<byte> window)
    {
        ulong hash = 0;
        foreach (var one in window) hash = unchecked((hash * Factor) + one);
        return hash;
    }

    private static ulong Power(int times)
    {
        ulong power = 1;
        for (var i = 0; i < times; i++) power = unchecked(power * Factor);
        return power;
    }
}
