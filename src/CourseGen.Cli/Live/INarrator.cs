using CourseGen.Runs;

namespace CourseGen.Cli.Live;

/// <summary>Puts the events of a run into words.</summary>
internal interface INarrator
{
    void Tell(RunEvent told);
}
