using TicketExport.Http;

namespace TicketExport.Providers.Webhook.Internal;

/// <summary>What the receiver said to the test delivery, and to those that it has to refuse; <see langword="null"/> where none was sent.</summary>
/// <param name="Test">The answer to the test delivery.</param>
/// <param name="Repeated">The answer to the same bytes again.</param>
/// <param name="Old">The answer to a delivery with an old timestamp.</param>
internal sealed record ReadinessAnswers(TicketHttpResult Test, TicketHttpResult? Repeated, TicketHttpResult? Old)
{
    public int? Status => StatusOf(Test);

    public bool IsAccepted => Status is >= 200 and < 300;

    public static bool Refuses(TicketHttpResult? result) => StatusOf(result) is >= 400 and < 500;

    private static int? StatusOf(TicketHttpResult? result) => (result as TicketHttpResult.Answered)?.Answer.Status;
}
