namespace CourseGen.Bench;

/// <summary>Something that is measured. Numbers of one run compare with each other only: machines and days differ.</summary>
internal abstract class Measurement
{
    public abstract string Name { get; }

    public abstract IAsyncEnumerable<Measured> MeasureAsync();
}

/// <summary>One measured number.</summary>
/// <param name="Against">The same as a ratio to something else that was measured in the same run.</param>
internal sealed record Measured(string What, double Value, string Unit, string Against = "");
