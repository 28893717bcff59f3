namespace TicketExport.Core.Tests.Review;

internal static class Failures
{
    public static ExportFailure Of(FailureReason reason, NextStep step = NextStep.FixSettings) =>
        new() { Code = ExportCodes.ProviderUnavailable, Reason = reason, Message = "It failed.", NextStep = step };
}
