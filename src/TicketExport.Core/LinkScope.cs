namespace TicketExport;

/// <summary>How many live tickets one source may have.</summary>
public enum LinkScope
{
    /// <summary>Not set; read as <see cref="PerSource"/>.</summary>
    Unknown = 0,

    /// <summary>One ticket per source over all targets of this kind: the default.</summary>
    PerSource = 1,

    /// <summary>One ticket per source at this target, beside tickets at other targets.</summary>
    PerTarget = 2,
}
