using System.Text;

namespace TicketExport.Webhooks.Receiver;

/// <summary>What goes back to the sender: a status, a JSON body, and in some cases a time to wait.</summary>
public sealed record ReceiverResponse
{
    internal ReceiverResponse(int status, string body)
    {
        Status = status;
        Body = body;
    }

    /// <summary>The HTTP status.</summary>
    public int Status { get; }

    /// <summary>The body: JSON, ASCII only.</summary>
    public string Body { get; }

    /// <summary>The value of the header <c>Retry-After</c> in whole seconds; <see langword="null"/> for none.</summary>
    public int? RetryAfterSeconds { get; internal init; }

    /// <summary>Whether this answer was given before, so that the handler was not called.</summary>
    public bool IsReplay { get; internal init; }

    /// <summary>Whether the delivery is genuine and of an event that this endpoint has no work for.</summary>
    internal bool IsIgnored { get; init; }

    /// <summary>Why the delivery was refused; <see cref="RefusalReason.Unknown"/> where it was not. Not for the sender.</summary>
    public RefusalReason Reason { get; internal init; }

    /// <summary>The content type of <see cref="Body"/>.</summary>
    public static string ContentType => "application/json";

    /// <summary>The bytes of <see cref="Body"/>.</summary>
    public byte[] ToUtf8Bytes() => Encoding.UTF8.GetBytes(Body);
}
