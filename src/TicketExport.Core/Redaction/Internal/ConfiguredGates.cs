using Microsoft.Extensions.Options;

namespace TicketExport.Redaction.Internal;

/// <summary>One gate for all accounts, of <see cref="TicketExportOptions.Redaction"/>; follows a reload of the configuration.</summary>
internal sealed class ConfiguredGates(IOptionsMonitor<TicketExportOptions> options) : IRedactionGateSource
{
    private volatile Compiled? _compiled;

    public Task<IRedactionGate> GetAsync(string accountId, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var current = options.CurrentValue.Redaction;
        var compiled = _compiled;
        if (compiled is null || !ReferenceEquals(compiled.Options, current))
        {
            // Two threads may both build one after a reload; the gates are equal.
            _compiled = compiled = new Compiled(current, Task.FromResult<IRedactionGate>(new RedactionGate(current)));
        }

        return compiled.Gate;
    }

    private sealed record Compiled(RedactionOptions Options, Task<IRedactionGate> Gate);
}
