namespace CourseGen.App.Verifying;

/// <summary>The protocol script that stands in until an author writes one. It fails loudly.</summary>
public static class BundleTemplates
{
    /// <summary>The unauthored default of every protocol script.</summary>
    public const string Unauthored = "#!/bin/sh\necho \"not authored\" >&2\nexit 1\n";

    /// <summary>Whether a script is the unauthored default, whatever its white space and comments.</summary>
    public static bool IsUnauthored(string script) => Words(script).SequenceEqual(Words(Unauthored), StringComparer.Ordinal);

    private static string[] Words(string script) => string.Join(' ', script.Split('\n').Where(line => !line.StartsWith('#')))
        .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
}
