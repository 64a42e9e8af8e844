namespace CourseGen.Testing;

/// <summary>
/// A power switch that ports draw from before and after every effect. It dies at one draw and stays dead, so a test that
/// tries every draw has crashed everywhere.
/// </summary>
public sealed class PowerCut
{
    private readonly int _deadly;
    private int _draws;

    private PowerCut(int deadly) => _deadly = deadly;

    /// <summary>Whether the power is gone.</summary>
    public bool HasFired => Volatile.Read(ref _draws) >= _deadly;

    /// <summary>A switch that dies at the n-th draw, counted from 1.</summary>
    public static PowerCut At(int n) => new(n);

    /// <summary>A switch that never dies.</summary>
    public static PowerCut Never() => new(int.MaxValue);

    /// <summary>Draws once.</summary>
    /// <exception cref="PowerCutException">The power is gone.</exception>
    public void Draw()
    {
        if (Interlocked.Increment(ref _draws) >= _deadly) throw new PowerCutException();
    }

    /// <summary>For what has no effect: it needs power, but there is nothing to lose by cutting it.</summary>
    /// <exception cref="PowerCutException">The power is gone.</exception>
    public void NeedPower()
    {
        if (HasFired) throw new PowerCutException();
    }

    /// <summary>An effect, with a draw before it and one after it.</summary>
    public async Task<T> AroundAsync<T>(Func<Task<T>> effect)
    {
        Draw();
        var result = await effect();
        Draw();
        return result;
    }

    /// <summary>An effect, with a draw before it and one after it.</summary>
    public async Task AroundAsync(Func<Task> effect)
    {
        Draw();
        await effect();
        Draw();
    }
}

/// <summary>The machine lost its power here.</summary>
public sealed class PowerCutException() : Exception("The power was cut.");
