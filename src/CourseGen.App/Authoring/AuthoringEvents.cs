namespace CourseGen.App.Authoring;

/// <summary>Events that authoring tells besides the engine's own. The stored strings are written out.</summary>
public static class AuthoringEvents
{
    public const string ModelAnswered = "model_answered";
    public const string CellDone = "cell_done";
    public const string NodeSaid = "node_said";
}
