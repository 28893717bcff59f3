namespace TicketExport.Contract.Internal;

/// <summary>The members of <c>ticket-export.webhook.v1</c>: the one place that says what each of them may be.</summary>
internal static class EnvelopeRules
{
    private static readonly ObjectRule<ReplayProtection> Replay = new ObjectRule<ReplayProtection>()
        .Required("timestamp", static replay => replay.Timestamp, StringRules.EpochSeconds)
        .Required("nonce", static replay => replay.Nonce, StringRules.Nonce)
        .Required("signature_header", static replay => replay.SignatureHeader, StringRules.HeaderName);

    private static readonly ObjectRule<EnvelopeTarget> Target = new ObjectRule<EnvelopeTarget>()
        .Required("id", static target => target.Id, StringRules.Id)
        .Required("provider_key", static target => target.ProviderKey, StringRules.OneOf(WebhookProviderKeys.All));

    public static ObjectRule<AccountScope> Account { get; } = new ObjectRule<AccountScope>()
        .Required("id", static account => account.Id, StringRules.Id)
        .Nullable("project_id", static account => account.ProjectId, StringRules.Id);

    public static ObjectRule<RenderedBody> Body { get; } = new ObjectRule<RenderedBody>()
        .Required("format", static body => body.Format, StringRules.Name)
        .Required("body", static body => body.Body, StringRules.Body)
        .Required("sections", static body => body.Sections, new ListRule<string>(StringRules.Name));

    public static ObjectRule<WebhookEnvelope> Envelope { get; } = new ObjectRule<WebhookEnvelope>()
        .Required("schema_version", static envelope => envelope.SchemaVersion, StringRules.Version(TicketExportContract.WebhookVersion))
        .Required("event", static envelope => envelope.Event, StringRules.OneOf(TicketExportContract.RequestedEvent))
        .Required("idempotency_key", static envelope => envelope.IdempotencyKey, StringRules.IdempotencyKey)
        .Required("replay_protection", static envelope => envelope.ReplayProtection, Replay)
        .Required("attempt", static envelope => envelope.Attempt, new CountRule())
        .Required("target", static envelope => envelope.Target, Target)
        .Required("account", static envelope => envelope.Account, Account)
        .Required("ticket_export", static envelope => envelope.TicketExport, DocumentRules.Document)
        .Required("rendered_body", static envelope => envelope.RenderedBody, Body);
}
