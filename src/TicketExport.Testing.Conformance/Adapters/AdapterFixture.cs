using System.Collections.Immutable;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using TicketExport.Identity;
using TicketExport.Providers;
using TicketExport.States;

namespace TicketExport.Testing.Conformance.Adapters;

/// <summary>What <see cref="AdapterConformanceTests"/> needs to know about an adapter: a fake of its tracker, a target, and what people can do there.</summary>
/// <remarks>
/// The abstract members are enough for an adapter that only creates and finds. Each ability asks for a few of the virtual ones, and a fact that
/// meets one that is not overridden says which. Made anew for each fact; members may be called from any thread.
/// </remarks>
public abstract class AdapterFixture : IAsyncDisposable
{
    /// <summary>The running fake of the tracker.</summary>
    public abstract FakeTrackerServer Tracker { get; }

    /// <summary>
    /// The ability interfaces that the provider implements beside <see cref="ITicketProvider"/>, such as <c>typeof(IStatusProvider)</c>. The facts of
    /// these run; one that is implemented and not listed, or listed and not implemented, fails the suite.
    /// </summary>
    public abstract ImmutableArray<Type> Abilities { get; }

    /// <summary>The names of the facts that have no place at this tracker, each with the reason, such as "Tickets of this tracker cannot be moved."</summary>
    public virtual ImmutableDictionary<string, string> LeftOut => ImmutableDictionary<string, string>.Empty;

    /// <summary>The name of the secret that webhooks are verified with, and of the one before it.</summary>
    public virtual (string Current, string Previous) WebhookSecrets => ("webhook_secret", "previous_webhook_secret");

    /// <summary>Values of settings that the adapter must refuse without a network, by the setting's name.</summary>
    public virtual ImmutableDictionary<string, string> InvalidSettings => ImmutableDictionary<string, string>.Empty;

    /// <summary>
    /// What would do something if it stood in a stored body as it is: mentions, commands, comments, addresses. Each is written into documents, and
    /// looked for afterwards.
    /// </summary>
    /// <value>Default: that of Markdown. A tracker whose bodies are structured rather than written gives an empty list.</value>
    public virtual ImmutableArray<string> LiveMarkup =>
        ["@hostile-user", "<!-- hostile", "[x](javascript:", "<script>alert", "<img src=", "\n/close", "\n# hostile heading"];

    /// <summary>The same for comments.</summary>
    /// <value>Default: <see cref="LiveMarkup"/>. A tracker whose comments are plain text gives an empty list.</value>
    public virtual ImmutableArray<string> LiveCommentMarkup => LiveMarkup;

    /// <summary>Registers the provider, and a target that leads to <see cref="Tracker"/> with good credentials.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="targetId">The target's id.</param>
    public abstract void AddTarget(TicketExportBuilder builder, string targetId);

    /// <summary>Whether a create request holds what a ticket is found by.</summary>
    /// <value>Default: whether the marker's text, or the idempotency key, is in the request's body.</value>
    /// <param name="request">The request.</param>
    /// <param name="keys">The export's keys.</param>
    public virtual bool CarriesMarker(FakeHttpRequest request, ExportKeys keys)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(keys);
        var body = Encoding.UTF8.GetString(request.Body.Span);
        return body.Contains(keys.Marker.ToString(), StringComparison.Ordinal) || body.Contains(keys.IdempotencyKey.Value, StringComparison.Ordinal);
    }

    /// <summary>The ticket that a reference names.</summary>
    /// <param name="reference">What the adapter gave.</param>
    public virtual FakeTicket TicketOf(TicketReference reference)
    {
        ArgumentNullException.ThrowIfNull(reference);
        return Tracker.Tickets.Single(ticket => ticket.Id == reference.ProviderTicketId);
    }

    /// <summary>
    /// Why the tracker refuses a create with an HTTP status, in the words of TicketExport; <see langword="null"/> where a create of unknown effect
    /// is meant. Override it for the statuses that mean something else at this tracker.
    /// </summary>
    /// <param name="status">400, 401, 403, 404, 410, 413 or 422.</param>
    public virtual FailureReason? ReasonOf(int status) => status switch
    {
        401 => FailureReason.Authentication,
        403 => FailureReason.Permission,
        404 or 410 => FailureReason.NotFound,
        _ => FailureReason.Validation,
    };

    /// <summary>Puts a ticket into a status that maps to this one, as a person at the tracker would.</summary>
    /// <param name="ticketId">The ticket's id.</param>
    /// <param name="status">Open, in progress or done; unknown for a word that cannot be mapped.</param>
    public virtual void SetStatus(string ticketId, ProviderStatus status) => throw NotTold(nameof(SetStatus));

    /// <summary>Deletes a ticket, as a person at the tracker would.</summary>
    /// <param name="ticketId">The ticket's id.</param>
    public virtual void Delete(string ticketId) => throw NotTold(nameof(Delete));

    /// <summary>Takes a ticket out of reach of the credentials.</summary>
    /// <param name="ticketId">The ticket's id.</param>
    public virtual void Forbid(string ticketId) => throw NotTold(nameof(Forbid));

    /// <summary>Moves a ticket, so that its key or address changes and its id stays.</summary>
    /// <param name="ticketId">The ticket's id.</param>
    public virtual void Move(string ticketId) => throw NotTold(nameof(Move));

    /// <summary>Adds a line to a ticket's body, as a person at the tracker would, and leaves the rest as it is.</summary>
    /// <param name="ticketId">The ticket's id.</param>
    /// <param name="line">The line.</param>
    public virtual void EditBody(string ticketId, string line) => throw NotTold(nameof(EditBody));

    /// <summary>Comments on a ticket, as a person at the tracker would.</summary>
    /// <param name="ticketId">The ticket's id.</param>
    /// <param name="text">The comment.</param>
    public virtual void Comment(string ticketId, string text) => throw NotTold(nameof(Comment));

    /// <summary>A delivery as the tracker would send it after somebody changed a ticket, signed with a secret.</summary>
    /// <param name="ticket">The ticket.</param>
    /// <param name="kind">What happened.</param>
    /// <param name="secret">The secret; also what <see cref="WebhookSecrets"/> names in the credentials of the verification.</param>
    /// <param name="at">When it happened.</param>
    /// <returns>The delivery; <see langword="null"/> for a kind that the tracker does not tell. Address, headers and body count.</returns>
    public virtual AdapterDelivery? Deliver(FakeTicket ticket, InboundEventKind kind, string secret, DateTimeOffset at) => throw NotTold(nameof(Deliver));

    /// <inheritdoc/>
    public virtual async ValueTask DisposeAsync()
    {
        await Tracker.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private NotSupportedException NotTold(string member) =>
        new($"{GetType().Name} does not say how this is done at its tracker. Override AdapterFixture.{member}, or name the fact in LeftOut with the reason why it has no place there.");
}
