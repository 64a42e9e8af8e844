using System.Security.Cryptography;

namespace CourseGen.Domain.Content;

/// <summary>The name of a piece of content: the SHA-256 of its bytes, as 64 lower-case hexadecimal digits.</summary>
public readonly record struct BlobId
{
    private const int Digits = 64;
    private readonly string? _value;

    private BlobId(string value) => _value = value;

    /// <summary>The 64 digits.</summary>
    public string Value => _value ?? throw new InvalidOperationException("This blob id was never given a value.");

    /// <summary>The name of these bytes.</summary>
    public static BlobId Of(ReadOnlySpan<byte> bytes) => new(Convert.ToHexStringLower(SHA256.HashData(bytes)));

    /// <summary>The name that a text spells.</summary>
    /// <exception cref="FormatException">It spells none.</exception>
    public static BlobId Parse(string text) => TryParse(text, out var id)
        ? id
        : throw new FormatException($"'{text}' is no SHA-256 in lower-case hexadecimal digits.");

    /// <summary>Reads a name, and tells whether the text is one.</summary>
    public static bool TryParse(string? text, out BlobId id)
    {
        var good = text is { Length: Digits } && text.All(c => c is (>= '0' and <= '9') or (>= 'a' and <= 'f'));
        id = good ? new BlobId(text!) : default;
        return good;
    }

    /// <inheritdoc/>
    public override string ToString() => _value ?? "";
}
