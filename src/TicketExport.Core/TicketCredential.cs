using System.Collections.Immutable;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;

namespace TicketExport;

/// <summary>The secrets of one target, by name. Neither <see cref="ToString"/> nor a debugger shows a value.</summary>
/// <remarks>Short-lived: resolved for one attempt and never stored. Names are compared without case.</remarks>
[DebuggerDisplay("***")]
public sealed class TicketCredential
{
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly ImmutableDictionary<string, string> _secrets;

    /// <summary>Takes over named secrets; empty values count as absent.</summary>
    public TicketCredential(IEnumerable<KeyValuePair<string, string>> secrets)
    {
        ArgumentNullException.ThrowIfNull(secrets);
        _secrets = secrets
            .Where(static secret => !string.IsNullOrEmpty(secret.Value))
            .ToImmutableDictionary(StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Whether there is any secret.</summary>
    public bool IsEmpty => _secrets.IsEmpty;

    /// <summary>The secrets without their names: to find them in texts, never to show them.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    internal IEnumerable<string> Values => _secrets.Values;

    /// <summary>Gets a secret by name.</summary>
    public bool TryGet(string name, [NotNullWhen(true)] out string? secret) => _secrets.TryGetValue(name, out secret);

    /// <inheritdoc/>
    public override string ToString() => "***";
}
