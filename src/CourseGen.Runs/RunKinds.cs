namespace CourseGen.Runs;

/// <summary>The run kinds that this process knows.</summary>
public sealed class RunKinds
{
    private readonly Dictionary<string, IRunKind> _byName;

    /// <summary>The kinds, each under its own name.</summary>
    public RunKinds(params IEnumerable<IRunKind> kinds) => _byName = kinds.ToDictionary(kind => kind.Name);

    /// <summary>Their names.</summary>
    public IReadOnlyCollection<string> Names => _byName.Keys;

    /// <summary>The kind of this name.</summary>
    /// <exception cref="RunRefusedException">There is none.</exception>
    public IRunKind this[string name] => _byName.TryGetValue(name, out var kind)
        ? kind
        : throw new RunRefusedException(RunRefusals.UnknownKind, $"This process knows no run kind '{name}'.");
}
