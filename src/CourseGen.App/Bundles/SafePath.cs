namespace CourseGen.App.Bundles;

/// <summary>Decides which relative paths from outside may be used below a folder of ours.</summary>
public static class SafePath
{
    /// <summary>The most characters of a path.</summary>
    public const int MaxLength = 400;

    /// <summary>Whether a path is relative, names no parent, and holds only characters that mean themselves everywhere.</summary>
    public static bool IsSafe(string path) =>
        path.Length is > 0 and <= MaxLength
        && path[0] != '/'
        && !path.Any(one => one is '\\' or '\0' or '\uFFFD' || char.IsControl(one))
        && path.TrimEnd('/').Split('/').All(part => part is not ("" or "." or ".."));

    /// <summary>Any path as it may be told: without control characters, and no longer than a safe one.</summary>
    public static string Printable(string path) => string.Concat(path.Take(MaxLength).Select(one => char.IsControl(one) ? '?' : one));
}
