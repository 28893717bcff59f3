using Microsoft.Data.Sqlite;

namespace TicketExport.Stores.Sqlite.Internal;

/// <summary>Several units of work in one transaction, each behind a savepoint of its own.</summary>
internal static class SqliteGroup
{
    private const int Constraint = 19;

    public static void Commit(SqliteSession session, List<SqliteWrite> group, TimeProvider time)
    {
        session.Prepare("BEGIN IMMEDIATE").Execute();
        var written = 0;
        foreach (var write in group)
        {
            written += TryRun(session, write, time.GetUtcNow(), isAlone: group.Count == 1) ? 1 : 0;
        }

        session.Prepare(written == 0 ? "ROLLBACK" : "COMMIT").Execute();
    }

    // What stands alone needs no savepoint: its failure rolls the whole transaction back.
    private static bool TryRun(SqliteSession session, SqliteWrite write, DateTimeOffset now, bool isAlone)
    {
        try
        {
            if (isAlone)
            {
                write.Run(session, now);
            }
            else
            {
                session.InSavepoint(inside => write.Run(inside, now));
            }

            return true;
        }
        catch (Exception exception) when (exception is not SqliteException { SqliteErrorCode: not Constraint })
        {
            write.Fail(exception);
            return false;
        }
    }
}
