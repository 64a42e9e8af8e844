using Shouldly;

namespace CourseGen.Tests.Tidy;

/// <summary>
/// Holds a file of the repository to what a test makes of the code. <c>COURSEGEN_APPROVE=1</c> records it instead, for a person
/// to read before it is committed; CI never sets it.
/// </summary>
internal static class Golden
{
    private const string Switch = "COURSEGEN_APPROVE";

    /// <param name="path">Relative to the repository.</param>
    public static void Match(string path, string actual)
    {
        var file = Repository.PathOf(path);
        if (Environment.GetEnvironmentVariable(Switch) == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, actual);
        }

        File.Exists(file).ShouldBeTrue($"{path} was never recorded. Record it with {Switch}=1 and read it.");
        actual.ShouldBe(File.ReadAllText(file), $"Look at the difference; if it is meant, record {path} with {Switch}=1.");
    }
}
