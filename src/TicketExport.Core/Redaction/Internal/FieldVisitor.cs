namespace TicketExport.Redaction.Internal;

/// <summary>Looks at one field after the other, and keeps what it found. Serves one document.</summary>
internal sealed class FieldVisitor(CompiledRule[] rules, bool masks)
{
    private readonly TextScan _scan = new(rules);

    public List<RedactionFinding> Findings { get; } = [];

    /// <summary>A field that tells one finding from another: a masked one would be another finding.</summary>
    public string Identity(FieldPath path, string value)
    {
        Look(path, value, isIdentity: true);
        return value;
    }

    public string? IdentityOrNull(FieldPath path, string? value) => value is null ? null : Identity(path, value);

    public string Text(FieldPath path, string value) => Look(path, value, isIdentity: false) ?? value;

    public string? TextOrNull(FieldPath path, string? value) => value is null ? null : Text(path, value);

    /// <summary>The masked text, or <see langword="null"/> when there is nothing to change or masking is not wanted.</summary>
    private string? Look(FieldPath path, string value, bool isIdentity)
    {
        if (_scan.IsClean(value))
        {
            return null;
        }

        var broken = _scan.BrokenRules();
        var masked = masks && !isIdentity ? _scan.Mask(value) : null;
        var canMask = !isIdentity && (!masks || masked is not null);
        var name = path.ToString();
        Findings.AddRange(broken.Select(rule => new RedactionFinding(name, rule, canMask)));
        return masked;
    }
}
