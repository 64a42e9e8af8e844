using CourseGen.Runs;

namespace CourseGen.Cli.Demo;

/// <summary>
/// One demo in the local store. Its runs and its learner have names made from it, so that a demo that was killed is found
/// again from any of its runs and goes on where it stopped.
/// </summary>
internal sealed record DemoName(string Value)
{
    private const string Prefix = "demo_";

    public RunId Authoring => new($"{Value}-author");

    public RunId Publishing => new($"{Value}-publish");

    public string Learner => $"{Value}-learner";

    public static DemoName New(IIds ids) => new(Prefix + ids.Next("demo")[^8..]);

    /// <summary>The demo that a run belongs to; null when it belongs to none.</summary>
    public static DemoName? Of(RunId run)
    {
        var cut = run.Value.LastIndexOf('-');
        return run.Value.StartsWith(Prefix, StringComparison.Ordinal) && cut > 0 ? new(run.Value[..cut]) : null;
    }
}
