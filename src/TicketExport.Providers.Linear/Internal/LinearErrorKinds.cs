using System.Collections.Frozen;

namespace TicketExport.Providers.Linear.Internal;

/// <summary>The words by which Linear names its errors: <c>extensions.code</c> and <c>extensions.type</c>, compared without case, blanks and underscores.</summary>
internal static class LinearErrorKinds
{
    private static readonly FrozenDictionary<string, LinearErrorKind> Words = new Dictionary<string, LinearErrorKind>
    {
        ["ratelimited"] = LinearErrorKind.RateLimit,
        ["authenticationerror"] = LinearErrorKind.Authentication,
        ["unauthenticated"] = LinearErrorKind.Authentication,
        ["usagelimitexceeded"] = LinearErrorKind.UsageLimit,
        ["featurenotaccessible"] = LinearErrorKind.FeatureMissing,
        ["forbidden"] = LinearErrorKind.Forbidden,
        ["inputerror"] = LinearErrorKind.Invalid,
        ["invalidinput"] = LinearErrorKind.Invalid,
        ["usererror"] = LinearErrorKind.Invalid,
        ["badrequest"] = LinearErrorKind.Invalid,
        ["baduserinput"] = LinearErrorKind.Invalid,
        ["graphqlvalidationfailed"] = LinearErrorKind.Outdated,
        ["graphqlparsefailed"] = LinearErrorKind.Outdated,
        ["graphqlerror"] = LinearErrorKind.Outdated,
        ["locktimeout"] = LinearErrorKind.Unavailable,
        ["internalerror"] = LinearErrorKind.Unavailable,
        ["internalservererror"] = LinearErrorKind.Unavailable,
        ["networkerror"] = LinearErrorKind.Unavailable,
        ["bootstraperror"] = LinearErrorKind.Unavailable,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    public static LinearErrorKind Of(string? word) =>
        word is { Length: <= 64 } && Words.TryGetValue(word.Replace(" ", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal), out var kind)
            ? kind
            : LinearErrorKind.Unknown;
}
