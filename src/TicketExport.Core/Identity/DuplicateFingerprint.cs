using System.Diagnostics.CodeAnalysis;
using TicketExport.Contract;

namespace TicketExport.Identity;

/// <summary>
/// What "the same finding" means: SHA-256 over account, scope, source and the host's fingerprint, independent of any provider.
/// </summary>
/// <remarks>64 lower-case hexadecimal digits. Survives a change of tracker, target or document text.</remarks>
public readonly record struct DuplicateFingerprint
{
    private const string Version = "fp.v1";

    private readonly string? _value;

    private DuplicateFingerprint(string value) => _value = value;

    /// <summary>The 64 digits.</summary>
    public string Value => _value ?? throw new InvalidOperationException("A default DuplicateFingerprint has no value. Use DuplicateFingerprint.Compute or Parse.");

    /// <summary>Computes the fingerprint of a document's source inside an account.</summary>
    /// <remarks>Every character counts as it is: no case folding, trimming or Unicode normalisation, and no culture.</remarks>
    /// <exception cref="ArgumentException">
    /// A field other than the project is <see langword="null"/>, or a field holds a lone surrogate, which has no UTF-8 form.
    /// </exception>
    public static DuplicateFingerprint Compute(AccountScope account, TicketSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return Compute(account, new SourceKey(source.Type, source.RecordId), source.Fingerprint);
    }

    /// <summary>Computes the fingerprint of a source inside an account, without a document at hand.</summary>
    /// <param name="account">The account and project.</param>
    /// <param name="source">The source.</param>
    /// <param name="sourceFingerprint">What the host says the finding is, as in the document's <c>fingerprint</c>.</param>
    /// <exception cref="ArgumentException">
    /// A field other than the project is <see langword="null"/>, or a field holds a lone surrogate, which has no UTF-8 form.
    /// </exception>
    public static DuplicateFingerprint Compute(AccountScope account, SourceKey source, string sourceFingerprint)
    {
        ArgumentNullException.ThrowIfNull(account);
        return new(FieldHash.Compute(
            Version,
            ("account id", Required(account.Id, "account id")),
            ("project id", account.ProjectId),
            ("source type", Required(source.Type, "source type")),
            ("record id", Required(source.Id, "record id")),
            ("source fingerprint", Required(sourceFingerprint, "source fingerprint"))));
    }

    /// <summary>Reads a fingerprint that was written before.</summary>
    /// <exception cref="FormatException">The text is not 64 lower-case hexadecimal digits.</exception>
    public static DuplicateFingerprint Parse(string value) =>
        TryParse(value, out var fingerprint)
            ? fingerprint
            : throw new FormatException("A duplicate fingerprint is 64 lower-case hexadecimal digits.");

    /// <summary>Reads a fingerprint that was written before.</summary>
    public static bool TryParse([NotNullWhen(true)] string? value, out DuplicateFingerprint fingerprint)
    {
        var valid = FieldHash.IsHash(value);
        fingerprint = valid ? new(value!) : default;
        return valid;
    }

    /// <inheritdoc/>
    public override string ToString() => _value ?? "";

    // Null is how the project says "none"; anywhere else it is a forgotten field that must not become an identity.
    private static string Required(string? value, string name) =>
        value ?? throw new ArgumentException($"The {name} is null; a duplicate fingerprint needs it.");
}
