using System.Security.Cryptography;

namespace CourseGen.Runs;

/// <summary>
/// Ids of 26 letters and digits: 10 for the millisecond (so that ids sort by age), 16 that nobody can guess.
/// </summary>
public sealed class SortableIds(TimeProvider time) : IIds
{
    private const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";
    private const int TimeLetters = 10;
    private const int RandomLetters = 16;

    /// <inheritdoc/>
    public string Next(string prefix)
    {
        ArgumentException.ThrowIfNullOrEmpty(prefix);
        var letters = new char[TimeLetters + RandomLetters];
        var milliseconds = time.GetUtcNow().ToUnixTimeMilliseconds();
        for (var i = TimeLetters - 1; i >= 0; i--, milliseconds >>= 5)
            letters[i] = Alphabet[(int)(milliseconds & 31)];
        RandomNumberGenerator.GetItems<char>(Alphabet, letters.AsSpan(TimeLetters));
        return prefix + "_" + new string(letters);
    }
}
