using Microsoft.AspNetCore.Http;

namespace TicketExport.AspNetCore.Internal;

/// <summary>The HTTP status of a failure. Pure. The table is in docs/aspnetcore.md.</summary>
internal static class FailureStatus
{
    public static int Of(ExportFailure failure) => failure switch
    {
        { Reason: FailureReason.Unrelated or FailureReason.EvidenceNotAccepted } => StatusCodes.Status422UnprocessableEntity,
        { Code: ExportCodes.Duplicate or ExportCodes.DuplicateBlocked } => StatusCodes.Status409Conflict,
        { Code: ExportCodes.DocumentInvalid or ExportCodes.UnsafeContent or ExportCodes.MappingRequired } => StatusCodes.Status422UnprocessableEntity,
        { Code: ExportCodes.ProviderNotConfigured or ExportCodes.PortableExportRequired or ExportCodes.PortableExportFailed } => StatusCodes.Status503ServiceUnavailable,
        { Code: ExportCodes.ProviderUnavailable } => StatusCodes.Status503ServiceUnavailable,
        _ => OfReason(failure.Reason),
    };

    // What the tracker says to our credentials is no statement about the caller's: never 401 or 403.
    private static int OfReason(FailureReason reason) => reason switch
    {
        FailureReason.RateLimited => StatusCodes.Status429TooManyRequests,
        FailureReason.Validation or FailureReason.MappingIncomplete or FailureReason.UnsafeContent => StatusCodes.Status422UnprocessableEntity,
        FailureReason.Conflict => StatusCodes.Status409Conflict,
        FailureReason.Configuration or FailureReason.UnsafeAddress or FailureReason.OwnershipUnconfirmed or FailureReason.Unavailable or FailureReason.Timeout =>
            StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status502BadGateway,
    };
}
