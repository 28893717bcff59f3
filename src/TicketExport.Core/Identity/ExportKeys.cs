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
    /// <exception cref="ArgumentException">
    /// A field that the keys need is missing or holds a lone surrogate, or the generation is below 1.
    /// </exception>
    public static ExportKeys Compute(AccountScope account, TicketSource source, TicketTarget target, int generation)
    {
        ArgumentNullException.ThrowIfNull(target);
        return Compute(DuplicateFingerprint.Compute(account, source), target, generation);
    }

    /// <summary>Computes the keys for a source whose fingerprint is known.</summary>
    /// <exception cref="ArgumentException">The target's id is empty or holds a lone surrogate, or the generation is below 1.</exception>
    public static ExportKeys Compute(DuplicateFingerprint fingerprint, TicketTarget target, int generation)
    {
        ArgumentNullException.ThrowIfNull(target);
        return new(
            fingerprint,
            generation,
            IdempotencyKey.Compute(fingerprint, target.Id, generation),
            GuardKeyOf(fingerprint, target));
    }

    /// <summary>The guard key of a source at a target, which is known before the generation is.</summary>
    /// <exception cref="ArgumentException">Links are per target, and the target's id is empty or holds a lone surrogate.</exception>
    public static string GuardKeyOf(DuplicateFingerprint fingerprint, TicketTarget target)
    {
        ArgumentNullException.ThrowIfNull(target);
        if (target.LinkScope != LinkScope.PerTarget)
        {
            return fingerprint.Value;
        }

        // A ledger would store a lone surrogate as U+FFFD, and two targets would share one guard.
        if (FieldHash.CountBytes(target.Id, "target id") == 0)
        {
            throw new ArgumentException("The target id is empty; a guard key per target needs it.", nameof(target));
        }

        return $"{fingerprint.Value}:{target.Id}";
    }
}
