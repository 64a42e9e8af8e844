using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace CourseGen.Models;

/// <summary>SHA-256 over several texts, each with its length, so that moving a border changes the hash.</summary>
internal static class Digest
{
    /// <summary>The hash in lower-case hexadecimal.</summary>
    public static string Of(params ReadOnlySpan<string> parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> length = stackalloc byte[sizeof(long)];
        foreach (var part in parts)
        {
            var bytes = Encoding.UTF8.GetBytes(part);
            BinaryPrimitives.WriteInt64LittleEndian(length, bytes.Length);
            hash.AppendData(length);
            hash.AppendData(bytes);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
