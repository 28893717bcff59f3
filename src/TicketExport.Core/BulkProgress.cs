namespace TicketExport;

/// <summary>How far a batch is. The counts by outcome add up to <see cref="Finished"/>.</summary>
public sealed record BulkProgress
{
    /// <summary>How many findings have been answered.</summary>
    public long Finished { get; init; }

    /// <summary>How many tickets were created.</summary>
    public long Created { get; init; }

    /// <summary>How many tickets of earlier tries were found again.</summary>
    public long Adopted { get; init; }

    /// <summary>How many findings had a ticket already that was not updated.</summary>
    public long AlreadyExported { get; init; }

    /// <summary>How many findings had a ticket already that was brought to the newer document.</summary>
    public long Updated { get; init; }

    /// <summary>How many wait: for a retry, or for another caller.</summary>
    public long Waiting { get; init; }

    /// <summary>How many are of unknown outcome.</summary>
    public long Unknown { get; init; }

    /// <summary>How many were refused, by the tracker or before anything was sent.</summary>
    public long Failed { get; init; }

    internal BulkProgress With(ExportOutcome outcome)
    {
        var next = this with { Finished = Finished + 1 };
        return outcome switch
        {
            ExportOutcome.Created => next with { Created = Created + 1 },
            ExportOutcome.Adopted => next with { Adopted = Adopted + 1 },
            ExportOutcome.UpdatedExisting => next with { Updated = Updated + 1 },
            ExportOutcome.AlreadyExported or ExportOutcome.OpenedExisting => next with { AlreadyExported = AlreadyExported + 1 },
            ExportOutcome.DeliveryUnknown => next with { Unknown = Unknown + 1 },
            ExportOutcome.Failed or ExportOutcome.Blocked => next with { Failed = Failed + 1 },
            _ => next with { Waiting = Waiting + 1 },
        };
    }
}
