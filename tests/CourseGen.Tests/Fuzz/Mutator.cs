using System.Text;

namespace CourseGen.Tests.Fuzz;

/// <summary>
/// Makes inputs that nobody meant from some that are as they should be: bytes change, parts go, come twice, come a
/// thousand times, or are exchanged for words that parsers stumble over. The same seed makes the same inputs.
/// </summary>
internal sealed class Mutator(int seed, IReadOnlyList<byte[]> sound, IReadOnlyList<string> words)
{
    private const int MostChanges = 6;

#pragma warning disable CA5394 // What is made has to be the same in every run, not a secret.
    private readonly Random _random = new(seed);

    /// <summary>The next input, of at most some bytes.</summary>
    public byte[] Next(int mostBytes)
    {
        var bytes = sound[_random.Next(sound.Count)].ToList();
        for (var change = _random.Next(1, MostChanges + 1); change > 0; change--) Change(bytes, mostBytes);
        if (bytes.Count > mostBytes) bytes.RemoveRange(mostBytes, bytes.Count - mostBytes);
        return [.. bytes];
    }

    private void Change(List<byte> bytes, int mostBytes)
    {
        var at = _random.Next(bytes.Count + 1);
        var length = Math.Min(_random.Next(1, 200), bytes.Count - at);
        switch (_random.Next(8))
        {
            case 0 when at < bytes.Count:
                bytes[at] ^= (byte)(1 << _random.Next(8));
                break;
            case 1 when at < bytes.Count:
                bytes[at] = (byte)_random.Next(256);
                break;
            case 2:
                bytes.RemoveRange(at, length);
                break;
            case 3:
                bytes.RemoveRange(at, bytes.Count - at);
                break;
            case 4:
                Repeat(bytes, at, length, mostBytes);
                break;
            case 5:
                var other = sound[_random.Next(sound.Count)];
                var from = _random.Next(other.Length);
                bytes.InsertRange(at, other.AsSpan(from, Math.Min(_random.Next(400), other.Length - from)).ToArray());
                break;
            default:
                bytes.RemoveRange(at, Math.Min(_random.Next(12), bytes.Count - at));
                bytes.InsertRange(at, Encoding.UTF8.GetBytes(words[_random.Next(words.Count)]));
                break;
        }
    }

    // Sometimes twice, sometimes until nothing more fits: what is slow by the square of its length shows then.
    private void Repeat(List<byte> bytes, int at, int length, int mostBytes)
    {
        if (length == 0) return;
        var part = bytes.GetRange(at, length);
        var room = Math.Max(0, mostBytes - bytes.Count) / length;
        var times = _random.Next(10) == 0 ? room : Math.Min(room, _random.Next(1, 50));
        var more = new List<byte>(times * length);
        for (var time = 0; time < times; time++) more.AddRange(part);
        bytes.InsertRange(at, more);
    }
#pragma warning restore CA5394
}
