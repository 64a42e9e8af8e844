using CourseGen.Runs;

namespace CourseGen.Storage;

/// <summary>The database cannot do its work. Nothing of the transaction was written.</summary>
public sealed class StoreException : OutsideTrouble
{
    /// <summary>Trouble with the store.</summary>
    public StoreException(StoreTrouble trouble, Exception? cause = null)
        : base($"{trouble?.Sentence} {trouble?.NextStep}", trouble?.Rule ?? new RetryRule.Never(), cause) =>
        Trouble = trouble ?? throw new ArgumentNullException(nameof(trouble));

    /// <summary>What is wrong and what to do.</summary>
    public StoreTrouble Trouble { get; }
}

/// <summary>What is wrong with a store.</summary>
/// <param name="Code">One of <see cref="StoreTroubleCodes"/>.</param>
/// <param name="Sentence">What is wrong, in plain words.</param>
/// <param name="NextStep">What a person does about it.</param>
/// <param name="Rule">When to try again.</param>
public sealed record StoreTrouble(string Code, string Sentence, string NextStep, RetryRule Rule);

/// <summary>The written-out codes of <see cref="StoreTrouble"/>.</summary>
public static class StoreTroubleCodes
{
    /// <summary>Another program kept the database locked for too long.</summary>
    public const string Locked = "store_locked";

    /// <summary>The database or its folder cannot be written or opened.</summary>
    public const string NotWritable = "store_not_writable";

    /// <summary>The disk is full.</summary>
    public const string Full = "store_full";

    /// <summary>The disk failed to read or write.</summary>
    public const string DiskError = "store_disk_error";

    /// <summary>The file is something else.</summary>
    public const string NotADatabase = "store_not_a_database";

    /// <summary>The database is damaged.</summary>
    public const string Damaged = "store_damaged";

    /// <summary>The server of the database cannot be reached.</summary>
    public const string Unreachable = "store_unreachable";

    /// <summary>The server does not know the user, the password or the database.</summary>
    public const string NotLetIn = "store_not_let_in";

    /// <summary>The address of the database cannot be read.</summary>
    public const string BadAddress = "store_bad_address";

    /// <summary>The database is too old or in the wrong encoding.</summary>
    public const string Unsuitable = "store_unsuitable";

    /// <summary>A newer CourseGen wrote the database.</summary>
    public const string NewerSchema = "store_newer_schema";

    /// <summary>A migration that was applied is not the one this CourseGen has.</summary>
    public const string ChangedMigration = "store_changed_migration";
}
