using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace TicketExport.Identity;

/// <summary>One logical export: fingerprint, target and generation. Equal over all retries of that export.</summary>
/// <remarks>64 lower-case hexadecimal digits, so that it fits every header, label and field of every tracker.</remarks>
public readonly record struct IdempotencyKey
{
    private const string Version = "ik.v1";

    private readonly string? _value;

    private IdempotencyKey(string value) => _value = value;

    /// <summary>The 64 digits.</summary>
    public string Value => _value ?? throw new InvalidOperationException("A default IdempotencyKey has no value. Use IdempotencyKey.Compute or Parse.");

    /// <summary>Computes the key of an export.</summary>
    /// <param name="fingerprint">The source's fingerprint; it already holds the account.</param>
    /// <param name="targetId">The target's id.</param>
    /// <param name="generation">1 for the first ticket of a source, one more after each unlink.</param>
    /// <exception cref="ArgumentException">The target's id is empty or holds a lone surrogate, or the generation is below 1.</exception>
    /// <exception cref="InvalidOperationException">The fingerprint is the default one.</exception>
    public static IdempotencyKey Compute(DuplicateFingerprint fingerprint, string targetId, int generation)
    {
        ArgumentException.ThrowIfNullOrEmpty(targetId);
        ArgumentOutOfRangeException.ThrowIfLessThan(generation, 1);
        return new(FieldHash.Compute(
            Version,
            ("fingerprint", fingerprint.Value),
            ("target id", targetId),
            ("generation", generation.ToString(CultureInfo.InvariantCulture))));
    }

    /// <summary>Reads a key that was written before.</summary>
    /// <exception cref="FormatException">The text is not 64 lower-case hexadecimal digits.</exception>
    public static IdempotencyKey Parse(string value) =>
        TryParse(value, out var key) ? key : throw new FormatException("An idempotency key is 64 lower-case hexadecimal digits.");

    /// <summary>Reads a key that was written before.</summary>
    public static bool TryParse([NotNullWhen(true)] string? value, out IdempotencyKey key)
    {
        var valid = FieldHash.IsHash(value);
        key = valid ? new(value!) : default;
        return valid;
    }

    /// <inheritdoc/>
    public override string ToString() => _value ?? "";
}
