namespace CourseGen.App.Verifying;

/// <summary>Lists of names that stay readable however many there are.</summary>
internal static class Names
{
    private const int Shown = 8;

    /// <summary>The first few names as code, and how many more there are.</summary>
    public static Html Codes(IEnumerable<string> names)
    {
        var all = names.Distinct(StringComparer.Ordinal).ToList();
        var more = all.Count - Shown;
        return Html.Of($"""{all.Take(Shown).Select(name => Html.Of($"<code>{name}</code>"))}{(more > 0 ? $" and {more} more" : "")}""");
    }
}
