namespace TicketExport.Webhooks.Receiver;

/// <summary>Limits and defaults of a receiver.</summary>
public static class WebhookReceiverDefaults
{
    /// <summary>The name of the endpoint where none is given.</summary>
    public const string Name = "default";

    /// <summary>The most bytes of a body, unless the options say otherwise: 1 MiB.</summary>
    public const int MaxBodyBytes = 1024 * 1024;

    /// <summary>How many nonces the in-memory store holds, unless its constructor says otherwise.</summary>
    public const int NonceCapacity = 100_000;

    /// <summary>How many answers the in-memory store holds, unless its constructor says otherwise.</summary>
    public const int AnswerCapacity = 100_000;

    /// <summary>How far a delivery's timestamp may be from the receiver's clock, either way: 5 minutes.</summary>
    public static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    /// <summary>How long a nonce is remembered: 15 minutes.</summary>
    public static readonly TimeSpan NonceLifetime = TimeSpan.FromMinutes(15);

    /// <summary>How long an answer is remembered: 30 days.</summary>
    public static readonly TimeSpan AnswerLifetime = TimeSpan.FromDays(30);

    /// <summary>How long a handler may take: 30 seconds.</summary>
    public static readonly TimeSpan HandlerTimeout = TimeSpan.FromSeconds(30);
}
