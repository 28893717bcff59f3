using TicketExport.Signing;

namespace TicketExport.Testing;

/// <summary>Options of a <see cref="FakeWebhookReceiver"/>.</summary>
public sealed class FakeWebhookReceiverOptions
{
    /// <summary>The live secrets; more than one while a secret is being rotated.</summary>
    /// <value>Default: none, which lets the receiver make a random one; read it from <see cref="FakeWebhookReceiver.Secret"/>.</value>
    public IList<string> Secrets { get; } = [];

    /// <summary>The path of the endpoint.</summary>
    /// <value>Default: <c>/hooks/export</c>.</value>
    public string Path { get; set; } = "/hooks/export";

    /// <summary>What the names of the headers start with.</summary>
    /// <value>Default: <see cref="WebhookHeaders.DefaultPrefix"/>.</value>
    public string HeaderPrefix { get; set; } = WebhookHeaders.DefaultPrefix;

    /// <summary>How far a delivery's timestamp may be from the receiver's clock, either way.</summary>
    /// <value>Default: 5 minutes.</value>
    public TimeSpan Tolerance { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>Whether the answer names a ticket, such as <c>HOOK-1</c>.</summary>
    /// <value>Default: <see langword="false"/>: the answer says only that the delivery was accepted.</value>
    public bool AnswersWithTicket { get; set; }

    /// <summary>The receiver's clock.</summary>
    /// <value>Default: <see cref="TimeProvider.System"/>.</value>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;
}
