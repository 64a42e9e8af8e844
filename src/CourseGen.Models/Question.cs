namespace CourseGen.Models;

/// <summary>One structured question. The answer is a <typeparamref name="T"/>, a record that makes the JSON schema.</summary>
public sealed record Question<T>
{
    /// <summary>Who asks, such as "authoring_runtime.reference".</summary>
    public required string Role { get; init; }

    /// <summary>What it is about: a deliverable's id, or "course".</summary>
    public required string Subject { get; init; }

    /// <summary>Which attempt of the step asks, from 1.</summary>
    public int Attempt { get; init; } = 1;

    /// <summary>Our own words to the model; never text from outside.</summary>
    public required string Instructions { get; init; }

    /// <summary>Text from briefs, repositories and logs.</summary>
    public IReadOnlyList<DataSection> Data { get; init; } = [];

    /// <summary>What is wrong with a well-formed answer, one sentence each; empty when nothing is.</summary>
    public Func<T, IReadOnlyList<string>> Validate { get; init; } = _ => [];

    /// <summary>The name of this question.</summary>
    public QuestionId Id => new(Role, Subject, Attempt);
}

/// <summary>Text that is data to the model, never instructions.</summary>
/// <param name="Name">What it is, such as "brief". Unusual characters are replaced.</param>
/// <param name="Text">The text, whatever it says.</param>
public sealed record DataSection(string Name, string Text);

/// <summary>The name of a question within a run; also the path of its recorded answer.</summary>
public sealed record QuestionId
{
    private const int LongestName = 128;

    /// <param name="role">Letters, digits, '.', '_' and '-', not beginning with '.'; at most 128.</param>
    /// <param name="subject">As <paramref name="role"/>.</param>
    /// <param name="attempt">From 1.</param>
    /// <exception cref="ArgumentException">A name that is no file name everywhere.</exception>
    public QuestionId(string role, string subject, int attempt)
    {
        Role = Checked(role, nameof(role));
        Subject = Checked(subject, nameof(subject));
        ArgumentOutOfRangeException.ThrowIfLessThan(attempt, 1);
        Attempt = attempt;
    }

    /// <summary>Who asks.</summary>
    public string Role { get; }

    /// <summary>What it is about.</summary>
    public string Subject { get; }

    /// <summary>Which attempt, from 1.</summary>
    public int Attempt { get; }

    /// <inheritdoc/>
    public override string ToString() => $"role {Role}, subject {Subject}, attempt {Attempt}";

    private static string Checked(string name, string parameter)
    {
        var plain = name.Length is > 0 and <= LongestName && name[0] != '.'
            && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-');
        return plain ? name : throw new ArgumentException($"'{name}' cannot name a question.", parameter);
    }
}
