namespace TicketExport.Redaction.Internal;

/// <summary>What stands in the place of text that no rule of the gate names.</summary>
internal static class RedactionLabels
{
    /// <summary>What findings call a value of the target's credential.</summary>
    public const string CredentialRule = "credential";

    /// <summary>A value of the target's credential.</summary>
    public const string Credential = $"[redacted:{CredentialRule}]";

    /// <summary>The path of the target's address, which is a secret at a webhook.</summary>
    public const string TargetAddress = "[redacted:target_address]";

    /// <summary>A passage of the document.</summary>
    public const string Payload = "[redacted:payload]";

    /// <summary>A whole text that could not be made clean.</summary>
    public const string Withheld = "[withheld]";
}
