using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace CourseGen.Storage;

/// <summary>One numbered change of a database's schema, embedded as <c>0001-what.sql</c>; once released it never changes.</summary>
internal sealed record Migration(int Number, string Name, string Sql)
{
    private const int Digits = 4;

    /// <summary>The SHA-256 of the text with line feeds, whatever the checkout made of them.</summary>
    public string Checksum { get; } = Convert.ToHexStringLower(
        SHA256.HashData(Encoding.UTF8.GetBytes(Sql.ReplaceLineEndings("\n"))));

    /// <summary>The migrations of one dialect, in order, without a gap.</summary>
    public static IReadOnlyList<Migration> LoadAll(string dialect)
    {
        var assembly = typeof(Migration).Assembly;
        var prefix = dialect + "/";
        var all = assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(prefix, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name => Load(assembly, name, Path.GetFileNameWithoutExtension(name)))
            .ToArray();
        if (!all.Select(one => one.Number).SequenceEqual(Enumerable.Range(1, all.Length)))
            throw new InvalidOperationException($"The migrations of '{dialect}' are not numbered 1, 2, 3 and so on.");
        return all;
    }

    private static Migration Load(Assembly assembly, string resource, string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
        return new Migration(int.Parse(name[..Digits], CultureInfo.InvariantCulture), name, reader.ReadToEnd());
    }
}
