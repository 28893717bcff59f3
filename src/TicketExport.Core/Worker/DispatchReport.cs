namespace TicketExport.Worker;

/// <summary>What came of the exports that a dispatcher took. The counts by outcome add up to <see cref="Taken"/>.</summary>
public sealed record DispatchReport
{
    /// <summary>How many exports were taken.</summary>
    public int Taken { get; init; }

    /// <summary>How many tickets were created.</summary>
    public int Created { get; init; }

    /// <summary>How many tickets of earlier tries were found again.</summary>
    public int Adopted { get; init; }

    /// <summary>How many sources turned out to have a ticket.</summary>
    public int AlreadyExported { get; init; }

    /// <summary>How many wait again: for a retry, for another worker, or because they could not be worked on.</summary>
    public int Waiting { get; init; }

    /// <summary>How many the tracker refused for good.</summary>
    public int Failed { get; init; }

    /// <summary>How many are of unknown outcome.</summary>
    public int Unknown { get; init; }

    /// <summary>How many were parked because they could not be prepared again and again.</summary>
    public int Poisoned { get; init; }

    /// <summary>How many comments were worked on; they are not among <see cref="Taken"/>.</summary>
    public int Comments { get; init; }

    internal DispatchReport With(DueEnd end)
    {
        if (end == DueEnd.Comment)
        {
            return this with { Comments = Comments + 1 };
        }

        var next = this with { Taken = Taken + 1 };
        return end switch
        {
            DueEnd.Created => next with { Created = Created + 1 },
            DueEnd.Adopted => next with { Adopted = Adopted + 1 },
            DueEnd.AlreadyExported => next with { AlreadyExported = AlreadyExported + 1 },
            DueEnd.Failed => next with { Failed = Failed + 1 },
            DueEnd.Unknown => next with { Unknown = Unknown + 1 },
            DueEnd.Poisoned => next with { Poisoned = Poisoned + 1 },
            DueEnd.Paced => this,
            _ => next with { Waiting = Waiting + 1 },
        };
    }
}
