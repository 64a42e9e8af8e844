using System.Data;
using System.Globalization;
using Dapper;
using Npgsql;

namespace CourseGen.Storage;

/// <summary>
/// Times as the databases keep them, to the microsecond: SQLite as UTC texts of fixed width, so that they sort as texts,
/// PostgreSQL as times.
/// </summary>
internal sealed class StoredTime : SqlMapper.TypeHandler<DateTimeOffset>
{
    private const string Format = "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'";

    /// <summary>Makes it known to Dapper, whose own mapping of the type has to go first.</summary>
    public static void Register()
    {
        SqlMapper.RemoveTypeMap(typeof(DateTimeOffset));
        SqlMapper.RemoveTypeMap(typeof(DateTimeOffset?));
        SqlMapper.AddTypeHandler(new StoredTime());
    }

    public override void SetValue(IDbDataParameter parameter, DateTimeOffset value) => parameter.Value =
        parameter is NpgsqlParameter ? value.UtcDateTime : value.UtcDateTime.ToString(Format, CultureInfo.InvariantCulture);

    public override DateTimeOffset Parse(object value) => value is string text
        ? DateTimeOffset.ParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal)
        : new DateTimeOffset((DateTime)value, TimeSpan.Zero);
}
