using System.ComponentModel;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds providers, targets and a ledger to TicketExport. Returned by <c>AddTicketExport()</c>.</summary>
public sealed class TicketExportBuilder
{
    internal TicketExportBuilder(IServiceCollection services) => Services = services;

    /// <summary>The host's services; for extension methods of provider and ledger packages.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public IServiceCollection Services { get; }
}
