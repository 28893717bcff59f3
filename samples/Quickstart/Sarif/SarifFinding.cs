namespace TicketExport.Samples.Quickstart.Sarif;

/// <summary>One result of a SARIF file with everything resolved that the file says elsewhere: rule, level, message, file.</summary>
public sealed record SarifFinding
{
    /// <summary>The tool's name.</summary>
    public required string Tool { get; init; }

    /// <summary>The tool's version.</summary>
    public string? ToolVersion { get; init; }

    /// <summary>The id of the run, or tool and file name where the run has none.</summary>
    public required string RunId { get; init; }

    /// <summary>The broken rule.</summary>
    public required SarifRule Rule { get; init; }

    /// <summary>How bad the tool calls it.</summary>
    public required SarifLevel Level { get; init; }

    /// <summary>The tool's <c>security-severity</c>, 0.0 to 10.0.</summary>
    public double? SecuritySeverity { get; init; }

    /// <summary>What the tool says, as plain text.</summary>
    public required string Message { get; init; }

    /// <summary>Where.</summary>
    public required SarifPlace Place { get; init; }

    /// <summary>The tool's own fingerprint as <c>name=value</c>, if it gives one.</summary>
    public string? ToolFingerprint { get; init; }

    /// <summary>A page that shows this result.</summary>
    public string? ViewerLink { get; init; }

    /// <summary>
    /// Equal for the same finding in every scan: 64 lower-case hexadecimal digits. Lines may move; see <see cref="SarifReader"/>.
    /// </summary>
    public string Fingerprint { get; init; } = "";
}
