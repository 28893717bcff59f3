using System.Text.Json.Serialization;

namespace TicketExport.Contract;

/// <summary>The signature inputs that the envelope repeats from its headers.</summary>
public sealed record ReplayProtection
{
    /// <summary>When this delivery was signed: epoch seconds as digits.</summary>
    [JsonPropertyName("timestamp")]
    public required string Timestamp { get; init; }

    /// <summary>A value that no other delivery uses; holds no full stop.</summary>
    [JsonPropertyName("nonce")]
    public required string Nonce { get; init; }

    /// <summary>The name of the header that holds the signature.</summary>
    [JsonPropertyName("signature_header")]
    public required string SignatureHeader { get; init; }
}
