using System.Reflection;

namespace CourseGen.Cli.Composition;

/// <summary>Which CourseGen this is, as snapshots name it.</summary>
internal static class ProductVersion
{
    public static string Name => $"coursegen {Number}";

    public static string Number { get; } =
        typeof(ProductVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0";
}
