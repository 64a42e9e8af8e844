namespace CourseGen.Storage;

/// <summary>The little that the databases say or do differently; everything else is the same SQL.</summary>
internal abstract record Dialect
{
    /// <summary>The folder of the migrations, and how messages call the database.</summary>
    public abstract string Name { get; }

    /// <summary>The type of a column that holds a <see cref="StoredTime"/>.</summary>
    public abstract string TimeType { get; }

    /// <summary>At the end of a SELECT in a transaction: nobody else changes its rows before the transaction ends.</summary>
    public abstract string KeepRow { get; }

    /// <summary>The condition that a column's text is one of a parameter's.</summary>
    public abstract string AmongThe(string parameter);

    /// <summary>The time by the store's clock.</summary>
    public abstract Task<DateTimeOffset> NowAsync(Session session);

    /// <summary>Lets one transaction at a time go on among those that name the same.</summary>
    public abstract Task QueueAsync(Session session, string name);
}
