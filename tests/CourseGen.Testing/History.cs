using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using CourseGen.Storage.Sqlite;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace CourseGen.Testing;

/// <summary>
/// The rows that a store had at one moment, as a file that stays: what people have in their databases, and every later
/// version has to go on with.
/// </summary>
public sealed class History
{
    private const string Bytes = "bytes";
    private const string Number = "number";

    // In the order in which they refer to each other.
    private static readonly string[] Tables = ["runs", "run_events", "run_items", "run_calls", "blobs"];

    private static readonly JsonSerializerOptions Shape = new() { WriteIndented = true, NewLine = "\n", IndentSize = 1, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly JsonObject _tables;

    private History(JsonObject tables) => _tables = tables;

    /// <summary>The rows of a database as it is now. Its content has to be text.</summary>
    public static History Of(SqliteDatabase database)
    {
        ArgumentNullException.ThrowIfNull(database);
        using var connection = Open(database);
        return new(new JsonObject(Tables.Select(table => KeyValuePair.Create(table, (JsonNode?)RowsOf(connection, table)))));
    }

    /// <summary>Reads a file.</summary>
    /// <param name="file">Made by <see cref="Write"/>.</param>
    /// <param name="places">What the names in the file that stand for places of this machine mean.</param>
    public static History Read(string file, IReadOnlyDictionary<string, string> places) =>
        new(JsonNode.Parse(places.Aggregate(File.ReadAllText(file), (text, place) => text.Replace(place.Key, place.Value, StringComparison.Ordinal)))!.AsObject());

    /// <summary>Writes a file.</summary>
    /// <param name="file">Where to.</param>
    /// <param name="places">Names that stand for places of this machine.</param>
    public void Write(string file, IReadOnlyDictionary<string, string> places) =>
        File.WriteAllText(file, places.Aggregate(_tables.ToJsonString(Shape) + "\n", (text, place) => text.Replace(place.Value, place.Key, StringComparison.Ordinal)));

    /// <summary>Puts the rows into an empty store.</summary>
    public async Task PutAsync(TestStore store)
    {
        ArgumentNullException.ThrowIfNull(store);
        foreach (var table in Tables)
            foreach (var row in _tables[table]!.AsArray())
                await store.InsertAsync(table, row!.AsObject());
    }

    internal static void Insert(SqliteDatabase database, string table, JsonObject row)
    {
        using var connection = Open(database);
        using var command = connection.CreateCommand();
        command.CommandText = $"INSERT INTO {table} ({string.Join(", ", row.Select(one => one.Key))}) VALUES ({string.Join(", ", row.Select(one => "@" + one.Key))})";
        foreach (var (name, value) in row) command.Parameters.AddWithValue("@" + name, ValueOf(name, value));
        command.ExecuteNonQuery();
    }

    // The server reads the values as what its columns are, and counts the rows of its own sequences itself.
    internal static async Task InsertAsync(string connectionString, string table, JsonObject row)
    {
        var filled = (JsonObject)row.DeepClone();
        filled.Remove(Number);
        if (filled[Bytes] is { } text) filled[Bytes] = @"\x" + Convert.ToHexStringLower(Encoding.UTF8.GetBytes(text.GetValue<string>()));
        var columns = string.Join(", ", filled.Select(one => one.Key));
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(
            $"INSERT INTO {table} ({columns}) SELECT {columns} FROM json_populate_record(NULL::{table}, $1::json)", connection)
        {
            Parameters = { new() { Value = filled.ToJsonString() } },
        };
        await command.ExecuteNonQueryAsync();
    }

    private static JsonArray RowsOf(SqliteConnection connection, string table)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT * FROM {table} ORDER BY rowid";
        using var reader = command.ExecuteReader();
        var rows = new JsonArray();
        while (reader.Read())
        {
            rows.Add(new JsonObject(Enumerable.Range(0, reader.FieldCount)
                .Select(column => KeyValuePair.Create(reader.GetName(column), (JsonNode?)NodeOf(reader.GetValue(column))))));
        }

        return rows;
    }

    private static JsonValue? NodeOf(object value) => value switch
    {
        DBNull => null,
        long number => JsonValue.Create(number),
        byte[] bytes => JsonValue.Create(new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes)),
        _ => JsonValue.Create((string)value),
    };

    private static object ValueOf(string name, JsonNode? value) => value switch
    {
        null => DBNull.Value,
        JsonValue number when number.GetValueKind() == JsonValueKind.Number => number.GetValue<long>(),
        _ when name == Bytes => Encoding.UTF8.GetBytes(value.GetValue<string>()),
        _ => value.GetValue<string>(),
    };

    private static SqliteConnection Open(SqliteDatabase database)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = database.File, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }
}
