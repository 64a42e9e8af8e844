using CourseGen.Cli.Live;
using CourseGen.Runs;

namespace CourseGen.Cli.Demo;

/// <summary>Keeps the codes of the steps that failed.</summary>
internal sealed class FailureList : INarrator
{
    private readonly List<string> _codes = [];

    public IReadOnlyList<string> Codes => _codes;

    public void Tell(RunEvent told)
    {
        if (told.Kind == RunEventKinds.StepFailed) _codes.AddRange(RunJson.Read<FailedStep>(told.Payload).Codes);
    }
}

/// <summary>The part of a failed step's event that the demo reads.</summary>
internal sealed record FailedStep(IReadOnlyList<string> Codes);
