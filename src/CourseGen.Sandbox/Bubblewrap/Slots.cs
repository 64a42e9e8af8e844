using CourseGen.Sandbox.Host.Native;

namespace CourseGen.Sandbox.Bubblewrap;

/// <summary>
/// The users of the host that boxes run as. An engine started by root uses ids that no account has; a box shows either
/// of them as user 1000. An engine started by an ordinary user has only that user, whom its sessions see as 0.
/// </summary>
internal static class Slots
{
    private const int LearnerUser = 64100;
    private const int CheckerUser = 64101;
    private const int AskerUser = 64102;

    /// <summary>Whether the engine runs as root.</summary>
    public static bool IsRoot { get; } = Libc.EffectiveUser() == 0;

    /// <summary>The user of the learner's box, who owns the workspace and every layer.</summary>
    public static int Learner => IsRoot ? LearnerUser : 0;

    /// <summary>The user of the checker's box.</summary>
    public static int Checker => IsRoot ? CheckerUser : 0;

    /// <summary>The user who asks whether a service is healthy.</summary>
    public static int Asker => IsRoot ? AskerUser : 0;

    /// <summary>The user of a box.</summary>
    public static int Of(Side side) => side == Side.Learner ? Learner : Checker;
}
