namespace CourseGen.Sandbox.Host;

/// <summary>Bytes up to a limit; what comes after is counted and dropped.</summary>
internal sealed class BoundedBuffer(long limit) : IDisposable
{
    private readonly MemoryStream _kept = new();

    /// <summary>How many bytes came, kept or not.</summary>
    public long Seen { get; private set; }

    /// <summary>Whether more came than may be kept.</summary>
    public bool IsOver => Seen > limit;

    /// <summary>The bytes kept.</summary>
    public ReadOnlyMemory<byte> Kept => _kept.GetBuffer().AsMemory(0, (int)_kept.Length);

    public void Add(ReadOnlySpan<byte> bytes)
    {
        Seen += bytes.Length;
        _kept.Write(bytes[..(int)Math.Min(bytes.Length, Math.Max(limit - _kept.Length, 0))]);
    }

    public void Dispose() => _kept.Dispose();
}
