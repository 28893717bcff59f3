namespace TicketExport.Samples.Quickstart;

/// <summary>What the command line asked for.</summary>
internal sealed record QuickstartSettings
{
    /// <summary>The SARIF file or <c>ticket-export.v1</c> document to read.</summary>
    public required string Input { get; init; }

    /// <summary>Where the ledger and the portable files are kept.</summary>
    public required string Folder { get; init; }

    /// <summary>The ledger's connection string; <see langword="null"/> for a file in <see cref="Folder"/>.</summary>
    public string? Ledger { get; init; }

    /// <summary>Settings as <c>key=value</c> that go before the sample's own.</summary>
    public IReadOnlyList<string> Overrides { get; init; } = [];

    /// <summary>Whether to forget earlier runs.</summary>
    public bool Fresh { get; init; }

    /// <summary>Most findings to export; <see langword="null"/> for all.</summary>
    public int? Limit { get; init; }

    /// <summary>Whether to show every finding in the table.</summary>
    public bool All { get; init; }

    /// <summary>The ledger file of the default connection string.</summary>
    public string LedgerFile => Path.Combine(Folder, "ledger.db");

    /// <summary>The connection string in force.</summary>
    public string ConnectionString => Ledger ?? $"Data Source={LedgerFile}";
}
