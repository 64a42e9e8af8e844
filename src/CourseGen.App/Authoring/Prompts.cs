namespace CourseGen.App.Authoring;

/// <summary>The instructions of every question, as reviewed text files built into the product.</summary>
internal static class Prompts
{
    /// <summary>The instructions for a role: what all questions share, then its own text.</summary>
    public static string Of(string role) => Read("shared") + "\n" + Read(role);

    private static string Read(string name)
    {
        using var stream = typeof(Prompts).Assembly.GetManifestResourceStream($"CourseGen.App.Authoring.Prompts.{name}.md")
            ?? throw new InvalidOperationException($"There is no prompt for {name}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
