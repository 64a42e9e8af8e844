namespace CourseGen.Cli;

/// <summary>What the command line says to the shell. Part of the bundle contract.</summary>
internal static class ExitCode
{
    /// <summary>Certified, or passed.</summary>
    public const int Done = 0;

    /// <summary>Refused, or failed.</summary>
    public const int Refused = 1;

    /// <summary>The command was used wrongly, or the bundle is invalid.</summary>
    public const int Usage = 2;

    /// <summary>CourseGen or the machine it runs on failed; nothing was judged.</summary>
    public const int Ours = 3;

    /// <summary>A person stopped it: 128 and the number of the interrupt signal, as shells have it.</summary>
    public const int Stopped = 130;
}
