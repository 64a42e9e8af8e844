using System.Globalization;

namespace CourseGen.Sandbox.Host;

/// <summary>Asks a service whether it is up, from within its network (Scripts/healthy.sh).</summary>
internal static class HealthScript
{
    /// <summary>The arguments of the script: who asks, what, and on which port.</summary>
    public static IEnumerable<string> Arguments(string uid, int port, string path) =>
    [
        uid, string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}/{path.TrimStart('/')}"), port.ToString(CultureInfo.InvariantCulture),
    ];
}
