namespace CourseGen.Sandbox;

/// <summary>What every engine asks of a command before it is started.</summary>
internal static class CommandRules
{
    /// <summary>Refuses a command that no box can start.</summary>
    /// <exception cref="ArgumentException">It has no program, or a text with a NUL in it.</exception>
    public static void Check(Command command)
    {
        var texts = command.Arguments.Concat(command.Environment.Keys).Concat(command.Environment.Values);
        if (command.Arguments.Count == 0 || texts.Any(text => text.Contains('\0', StringComparison.Ordinal)))
            throw new ArgumentException("a command needs a program, and no text with a NUL in it", nameof(command));
    }
}
