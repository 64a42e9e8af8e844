namespace CourseGen.Runs;

/// <summary>The identity of a run, as <see cref="IIds"/> handed it out.</summary>
/// <param name="Value">The text that is stored and served.</param>
public readonly record struct RunId(string Value)
{
    /// <inheritdoc/>
    public override string ToString() => Value;
}
