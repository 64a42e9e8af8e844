using System.Text;
using CourseGen.Sandbox;

namespace CourseGen.SandboxTests.Attacks;

/// <summary>What came of an attack.</summary>
/// <param name="HasTried">Whether the program says that it made its attempt: one that never ran proves nothing.</param>
/// <param name="Breaches">What should not have happened; empty when the engine has held.</param>
/// <param name="Transcript">Everything that was said, for a person.</param>
public sealed record Outcome(bool HasTried, IReadOnlyList<string> Breaches, string Transcript);

/// <summary>Writes down what happens during an attack.</summary>
internal sealed class Record(Attack attack)
{
    private const int ShownCharacters = 4000;

    private readonly List<string> _breaches = [];
    private readonly StringBuilder _transcript = new();
    private bool _hasTried;
    private bool _wasEnded;

    public void Breach(string what) => _breaches.Add(what);

    public void Breach(IEnumerable<string> all) => _breaches.AddRange(all);

    /// <summary>Notes the result of a command that runs the program, and looks for what it may not say.</summary>
    public void Note(string command, CommandResult result, IEnumerable<string> secrets)
    {
        var said = $"{Text(result.Output)}\n{Text(result.Error)}";
        _transcript.Append('[').Append(command).Append("] ").Append(NameOf(result.Ending)).Append(" in ")
            .Append((int)result.Wall.TotalMilliseconds).Append(" ms\n").Append(said.AsSpan(0, Math.Min(said.Length, ShownCharacters))).Append('\n');
        _hasTried |= said.Contains("TRIED", StringComparison.Ordinal);
        foreach (var line in said.Split('\n').Where(line => line.Contains("ESCAPED", StringComparison.Ordinal)).Take(3))
            Breach($"{command}: {line}");
        Scan(command, said, secrets);
        if (result.Ending is Ending.EngineFault fault)
            Breach($"{command}: a program made the engine fail: {fault.Reason}");
    }

    /// <summary>Looks for secrets in something that came out of a box.</summary>
    public void Scan(string where, string said, IEnumerable<string> secrets)
    {
        foreach (var secret in secrets.Where(secret => said.Contains(secret, StringComparison.Ordinal)))
            Breach($"{where}: the secret {secret} came out");
    }

    /// <summary>Holds an ending against the one that the attack must get, with its very limit.</summary>
    public void Expect(string command, CommandResult result)
    {
        if (NameOf(result.Ending) == attack.Or)
            _hasTried = _wasEnded = true;
        else if (NameOf(result.Ending) != attack.Ending)
            Breach($"{command}: it ended with {NameOf(result.Ending)}, not with {attack.Ending}");
        else if (result.Ending is Ending.OverLimit over && over.Allowed != Allowed(over.Limit))
            Breach($"{command}: the limit {over.Limit} was {over.Allowed}, not {Allowed(over.Limit)}");
    }

    public Outcome Close()
    {
        if (!_wasEnded && attack.Says is { } refusal && !_transcript.ToString().Contains(refusal, StringComparison.Ordinal))
            Breach($"it did not say '{refusal}'");
        return new Outcome(_hasTried, _breaches, _transcript.ToString());
    }

    public static string NameOf(Ending ending) => ending switch
    {
        Ending.Exited exited => $"exit {exited.Code}",
        Ending.OverLimit over => $"over {over.Limit}".ToLowerInvariant(),
        Ending.Stopped => "stopped",
        Ending.EngineFault fault => $"engine fault: {fault.Reason}",
        _ => throw new ArgumentOutOfRangeException(nameof(ending), ending, "there is no such ending"),
    };

    private static string Text(ReadOnlyMemory<byte> bytes) => Encoding.UTF8.GetString(bytes.Span);

    private long Allowed(LimitKind limit)
    {
        var limits = attack.Limits.ToLimits();
        return limit switch
        {
            LimitKind.Wall => attack.Limits.WallMs,
            LimitKind.Cpu => attack.Limits.CpuMs,
            LimitKind.Memory => limits.MemoryBytes,
            LimitKind.Processes => limits.Processes,
            LimitKind.Disk => limits.DiskBytes,
            _ => limits.OutputBytes,
        };
    }
}
