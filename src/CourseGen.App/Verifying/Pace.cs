namespace CourseGen.App.Verifying;

/// <summary>How something did within its time.</summary>
internal enum Pace
{
    InTime,

    /// <summary>It came to its end, with less time left than it should have.</summary>
    Close,

    /// <summary>The clock ended it.</summary>
    Late,
}

/// <summary>Tells paces apart.</summary>
internal static class Paces
{
    /// <summary>The pace of what took a part of its time.</summary>
    /// <param name="room">The part that it should not have needed.</param>
    public static Pace Of(double part, double room) => part < room ? Pace.InTime : part < 1 ? Pace.Close : Pace.Late;
}
