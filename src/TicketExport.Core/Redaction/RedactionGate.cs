using TicketExport.Contract;
using TicketExport.Redaction.Internal;

namespace TicketExport.Redaction;

/// <summary>The gate of this library: the rules of <see cref="RedactionRules"/> and those of the host.</summary>
/// <remarks>Takes its options once, when it is built. Building compiles patterns: build one gate per set of options and keep it.</remarks>
public sealed class RedactionGate : IRedactionGate
{
    private readonly RedactionMode _mode;
    private readonly CompiledRule[] _rules;

    /// <summary>Builds a gate.</summary>
    /// <param name="options">The options; later changes to them have no effect.</param>
    /// <exception cref="ArgumentException">The options are wrong; the message names each key.</exception>
    public RedactionGate(RedactionOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var problems = RedactionOptionsCheck.Check(options).ToArray();
        if (problems.Length > 0)
        {
            throw new ArgumentException(string.Join(" ", problems), nameof(options));
        }

        _mode = options.Mode;
        _rules = _mode == RedactionMode.Off ? [] : CompiledRule.From(options);
    }

    /// <inheritdoc/>
    public RedactionVerdict Inspect(TicketExportDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        if (_rules.Length == 0)
        {
            return new RedactionVerdict { Document = document };
        }

        var visitor = new FieldVisitor(_rules, masks: _mode == RedactionMode.Mask);
        var masked = DocumentFields.Visit(document, visitor);
        return visitor.Findings.Count == 0 ? new RedactionVerdict { Document = document } : Judge(masked, visitor.Findings);
    }

    /// <inheritdoc/>
    public RedactedText Inspect(string path, string text)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        ArgumentNullException.ThrowIfNull(text);
        var scan = new TextScan(_rules);
        if (scan.IsClean(text))
        {
            return new RedactedText { Text = text };
        }

        var broken = scan.BrokenRules();
        var masked = _mode == RedactionMode.Mask ? scan.Mask(text) : null;
        var canMask = _mode != RedactionMode.Mask || masked is not null;
        return new RedactedText { Text = masked, Findings = [.. broken.Select(rule => new RedactionFinding(path, rule, canMask))] };
    }

    /// <inheritdoc/>
    public string Mask(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new TextScan(_rules).Mask(text) ?? RedactionLabels.Withheld;
    }

    /// <summary>A label may be longer than what it hides, and an address may no longer be one: such a field cannot be masked.</summary>
    private RedactionVerdict Judge(TicketExportDocument masked, List<RedactionFinding> findings)
    {
        if (_mode != RedactionMode.Mask)
        {
            return new RedactionVerdict { Document = null, Findings = [.. findings] };
        }

        var broken = TicketExportDocumentValidator.Validate(masked).Select(static violation => violation.Path).ToHashSet(StringComparer.Ordinal);
        var isSafe = broken.Count == 0 && findings.All(static finding => finding.CanMask);
        return new RedactionVerdict
        {
            Document = isSafe ? masked : null,
            Findings = [.. findings.Select(finding => finding with { CanMask = finding.CanMask && !broken.Contains(finding.Path) })],
        };
    }
}
