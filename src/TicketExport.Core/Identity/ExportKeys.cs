using TicketExport.Contract;

namespace TicketExport.Identity;

/// <summary>All keys of one logical export.</summary>
public sealed record ExportKeys
{
    private ExportKeys(DuplicateFingerprint fingerprint, int generation, IdempotencyKey idempotencyKey, string guardKey)
    {
        Fingerprint = fingerprint;
        Generation = generation;
        IdempotencyKey = idempotencyKey;
        GuardKey = guardKey;
    }

    /// <summary>What "the same finding" means.</summary>
    public DuplicateFingerprint Fingerprint { get; }

    /// <summary>1 for the first ticket of a source, one more after each unlink.</summary>
    public int Generation { get; }

    /// <summary>The key that all tries of this export share.</summary>
    public IdempotencyKey IdempotencyKey { get; }

    /// <summary>What may hold one live link at a time: the fingerprint, with the target where links are per target.</summary>
    public string GuardKey { get; }

    /// <summary>The mark that finds the ticket again.</summary>
    public TicketMarker Marker => new(Fingerprint, Generation);

    /// <summary>Computes the keys for exporting a source to a target.</summary>
    public static ExportKeys Compute(AccountScope account, TicketSource source, TicketTarget target, int generation)
    {
        ArgumentNullException.ThrowIfNull(target);
        var fingerprint = DuplicateFingerprint.Compute(account, source);
        return new(
            fingerprint,
            generation,
            IdempotencyKey.Compute(fingerprint, target.Id, generation),
            GuardKeyOf(fingerprint, target));
    }

    /// <summary>The guard key of a source at a target, which is known before the generation is.</summary>
    public static string GuardKeyOf(DuplicateFingerprint fingerprint, TicketTarget target)
    {
        ArgumentNullException.ThrowIfNull(target);
        return target.LinkScope == LinkScope.PerTarget ? $"{fingerprint.Value}:{target.Id}" : fingerprint.Value;
    }
}
