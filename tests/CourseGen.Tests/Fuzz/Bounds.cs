using Shouldly;

namespace CourseGen.Tests.Fuzz;

/// <summary>What reading one input from outside may take.</summary>
internal static class Bounds
{
    /// <summary>Memory that is allocated in all, so more than is ever held at once.</summary>
    public const long MostBytes = 200L * 1024 * 1024;

    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(10);

    /// <summary>Reads an input, which may be refused by an exception of one type and end in no other way.</summary>
    /// <returns>Whether it was read.</returns>
    public static bool Read<TRefusal>(string what, Action read)
        where TRefusal : Exception
    {
        var outcome = Task.Run(() => Measure<TRefusal>(read));
        outcome.Wait(Deadline).ShouldBeTrue($"{what} takes longer than {Deadline.TotalSeconds} s");
        var (refused, broken, allocated) = outcome.Result;
        broken.ShouldBeNull($"{what} ends in {broken?.GetType().Name}: {broken}");
        allocated.ShouldBeLessThan(MostBytes, what);
        return !refused;
    }

    private static (bool Refused, Exception? Broken, long Allocated) Measure<TRefusal>(Action read)
        where TRefusal : Exception
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        try
        {
            read();
            return (false, null, GC.GetAllocatedBytesForCurrentThread() - before);
        }
        catch (TRefusal)
        {
            return (true, null, GC.GetAllocatedBytesForCurrentThread() - before);
        }
        catch (Exception broken)
        {
            return (false, broken, 0);
        }
    }
}
