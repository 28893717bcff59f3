namespace TicketExport.Webhooks.Receiver;

/// <summary>What checking a request found: one of a closed set.</summary>
public abstract record VerificationResult
{
    private VerificationResult()
    {
    }

    /// <summary>The delivery is genuine, fresh and keeps the contract. The caller does the work and answers.</summary>
    /// <param name="Delivery">The delivery.</param>
    public sealed record Verified(WebhookDelivery Delivery) : VerificationResult;

    /// <summary>The delivery is genuine, and of an event that this endpoint has no work for.</summary>
    /// <param name="Response">The answer to give: 200.</param>
    public sealed record Ignored(ReceiverResponse Response) : VerificationResult;

    /// <summary>The request was refused, and nothing may be done with it.</summary>
    /// <param name="Response">The answer to give.</param>
    public sealed record Refused(ReceiverResponse Response) : VerificationResult
    {
        /// <summary>Why. Log it; do not tell it to the sender.</summary>
        public RefusalReason Reason => Response.Reason;
    }
}
