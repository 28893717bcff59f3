namespace TicketExport.Stores.Sqlite.Internal;

/// <summary>One unit of work that waits for its turn at the writer.</summary>
internal abstract class SqliteWrite(bool isRelaxed)
{
    public bool IsRelaxed { get; } = isRelaxed;

    protected Exception? Failure { get; private set; }

    /// <summary>Takes the work out of its caller's hands; <see langword="false"/> when the caller has cancelled it.</summary>
    public abstract bool TryStart();

    public abstract void Run(SqliteSession session, DateTimeOffset now);

    public void Fail(Exception exception) => Failure = exception;

    /// <summary>Tells the caller; only after the commit.</summary>
    public abstract void Complete();
}
