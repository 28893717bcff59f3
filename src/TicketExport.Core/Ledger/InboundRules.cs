using TicketExport.Providers;

namespace TicketExport.Ledger;

/// <summary>The decisions about inbound deliveries as pure functions: every ledger decides through these, so that none can differ.</summary>
public static class InboundRules
{
    /// <summary>The word for an event that a newer one overtook.</summary>
    public const string Older = "older";

    /// <summary>The word for an event about a ticket that no link is.</summary>
    public const string UnknownTicket = "unknown_ticket";

    /// <summary>The most rows that one call may forget.</summary>
    public const int MaxPruned = 10_000;

    /// <summary>Whether a delivery is known.</summary>
    /// <param name="known">The hash under its id; <see langword="null"/> when the id is not known.</param>
    /// <param name="bodyHash">The hash of its bytes.</param>
    public static ReceiptResult Judge(string? known, string bodyHash) =>
        known is null ? ReceiptResult.New : known == bodyHash ? ReceiptResult.Duplicate : ReceiptResult.DifferentBody;

    /// <summary>The row that tells what came of an event.</summary>
    /// <param name="entry">What the event brought.</param>
    /// <param name="written">What became of its fact; <see langword="null"/> when it had none.</param>
    /// <param name="now">The ledger's time.</param>
    public static InboundRecord Settle(InboundEntry entry, SyncWriteResult? written, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var record = entry.Record with { At = LedgerTime.Floor(now) };
        return written switch
        {
            null => record,
            SyncWriteResult.Written => record with { IsApplied = true },
            SyncWriteResult.Older => record with { Reason = Older },
            _ => record with { Reason = UnknownTicket },
        };
    }

    /// <summary>Refuses a query that cannot be answered.</summary>
    /// <exception cref="ArgumentException">It holds text that cannot be stored.</exception>
    public static void ThrowIfUnusable(LinkQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        LedgerText.ThrowIfUnsafe(query.AccountId);
        LedgerText.ThrowIfUnsafe(query.TargetId);
        foreach (var name in query.TicketIds.Concat(query.IssueIds))
        {
            LedgerText.ThrowIfUnsafe(name);
        }
    }

    /// <summary>Refuses a receipt that cannot be stored.</summary>
    /// <exception cref="ArgumentException">It holds text that cannot be stored, or an event whose kind is unknown.</exception>
    public static void ThrowIfUnusable(InboundReceipt receipt)
    {
        ArgumentNullException.ThrowIfNull(receipt);
        LedgerText.ThrowIfUnsafe(receipt.Target);
        LedgerText.ThrowIfUnsafe(receipt.DeliveryId);
        LedgerText.ThrowIfUnsafe(receipt.BodyHash);
        foreach (var entry in receipt.Entries)
        {
            ThrowIfUnusable(entry.Record);
            if (entry.Fact is { } fact)
            {
                SyncRules.ThrowIfUnusable(fact);
            }
        }
    }

    /// <summary>Refuses a call that would forget nothing, or too much at once.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The limit is out of range.</exception>
    public static void ThrowIfUnusable(int limit)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, MaxPruned);
    }

    private static void ThrowIfUnusable(InboundRecord record)
    {
        LedgerText.ThrowIfUnsafe(record.Target);
        LedgerText.ThrowIfUnsafe(record.DeliveryId);
        LedgerText.ThrowIfUnsafe(record.TicketId);
        LedgerText.ThrowIfUnsafe(record.ExportId);
        LedgerText.ThrowIfUnsafe(record.ActorId);
        LedgerText.ThrowIfUnsafe(record.Reason);
        if (record.Kind == InboundEventKind.Unknown)
        {
            throw new ArgumentException("Say what the event tells.", nameof(record));
        }
    }
}
