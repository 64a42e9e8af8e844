namespace CourseGen.Testing;

/// <summary>Whether tests that go through many cases of one kind go through all of them: <c>make thorough</c> asks for it.</summary>
public static class Thorough
{
    private static readonly bool IsAsked = Environment.GetEnvironmentVariable("COURSEGEN_THOROUGH") == "1";

    /// <summary>Every how many cases one is tried.</summary>
    /// <param name="quick">The number for `make test`, which has ten minutes for everything.</param>
    public static int Stride(int quick) => IsAsked ? 1 : quick;
}
