namespace TicketExport.Review;

/// <summary>Tells for which reason a failure stops an export. Pure.</summary>
internal static class StopReasons
{
    public static StopReason Of(ExportFailure? failure) => failure?.Reason switch
    {
        FailureReason.Unrelated => StopReason.Unrelated,
        FailureReason.UnsafeContent => StopReason.Private,
        FailureReason.OwnershipUnconfirmed => StopReason.MissingOwnership,
        FailureReason.MappingIncomplete => StopReason.MissingMapping,
        FailureReason.UnsafeAddress or FailureReason.EvidenceNotAccepted => StopReason.Unsafe,
        _ => StopReason.None,
    };
}
