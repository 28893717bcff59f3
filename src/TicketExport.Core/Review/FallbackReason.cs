using System.Text.Json.Serialization;

namespace TicketExport.Review;

/// <summary>Why a file may take the place of a native ticket.</summary>
public enum FallbackReason
{
    /// <summary>It may not.</summary>
    [JsonStringEnumMemberName("none")]
    None = 0,

    /// <summary>The provider cannot be used.</summary>
    [JsonStringEnumMemberName("provider_unavailable")]
    ProviderUnavailable = 1,

    /// <summary>The retries of the export are used up.</summary>
    [JsonStringEnumMemberName("retries_exhausted")]
    RetriesExhausted = 2,

    /// <summary>The tracker no longer accepts the target's credentials.</summary>
    [JsonStringEnumMemberName("target_revoked")]
    TargetRevoked = 3,

    /// <summary>The target's address is not safe to send to.</summary>
    [JsonStringEnumMemberName("unsafe_endpoint")]
    UnsafeEndpoint = 4,

    /// <summary>No provider serves the target, or its place does not take the ticket.</summary>
    [JsonStringEnumMemberName("unsupported_provider")]
    UnsupportedProvider = 5,

    /// <summary>The tracker asks to wait again and again, or for too long.</summary>
    [JsonStringEnumMemberName("rate_limited")]
    RateLimited = 6,

    /// <summary>The tracker failed again and again.</summary>
    [JsonStringEnumMemberName("repeated_failures")]
    RepeatedFailures = 7,

    /// <summary>Somebody took it on them to hand over a file although the native way is not shut; the audit list says who, and why.</summary>
    [JsonStringEnumMemberName("overridden")]
    Overridden = 8,
}
