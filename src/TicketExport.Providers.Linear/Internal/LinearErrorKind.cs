namespace TicketExport.Providers.Linear.Internal;

internal enum LinearErrorKind
{
    Unknown = 0,
    RateLimit = 1,
    Authentication = 2,
    UsageLimit = 3,
    FeatureMissing = 4,
    Forbidden = 5,
    Conflict = 6,
    NotFound = 7,
    Invalid = 8,
    Outdated = 9,
    Unavailable = 10,
}
