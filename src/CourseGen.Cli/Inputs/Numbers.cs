using System.CommandLine;

namespace CourseGen.Cli.Inputs;

/// <summary>Options that take a whole number within bounds.</summary>
internal static class Numbers
{
    public static Option<int> Option(string name, string description, int fallback, int min, int max)
    {
        var option = new Option<int>(name) { HelpName = "N", Description = description, DefaultValueFactory = _ => fallback };
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count != 1 || !int.TryParse(result.Tokens[0].Value, out var number)) return;
            if (number < min || number > max) result.AddError($"{name} must be a whole number from {min} to {max}; it is {number}.");
        });
        return option;
    }
}
