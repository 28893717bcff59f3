using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using TicketExport.Contract;
using TicketExport.Ledger;

namespace TicketExport.AspNetCore.Internal;

/// <summary>One request that may go ahead: the account and caller as the host names them, and the body's bytes.</summary>
/// <param name="Http">The request.</param>
/// <param name="Access">What the host granted.</param>
/// <param name="Body">The body; empty where none came.</param>
internal sealed record TicketCall(HttpContext Http, TicketExportAccess.Granted Access, ReadOnlyMemory<byte> Body)
{
    private const int MaxReason = 1_000;

    public AccountScope Account => Access.Account;

    public string AccountId => Access.Account.Id;

    public string ActorName => string.IsNullOrWhiteSpace(Access.ActorName) ? Access.ActorId : Access.ActorName;

    /// <summary>The <c>Idempotency-Key</c> of the request, if it has one.</summary>
    public string? IdempotencyKey { get; init; }

    /// <summary>For reads. What changes something is not cut off by a caller that hangs up: it would leave a ticket of unknown outcome.</summary>
    public CancellationToken WhileListening => Http.RequestAborted;

    public DateTimeOffset Now => Get<TimeProvider>().GetUtcNow();

    public TicketExportEndpointOptions Options => Get<EndpointSettings>().Options;

    public T Get<T>()
        where T : notnull =>
        Http.RequestServices.GetRequiredService<T>();

    /// <summary>Who decides and why; a route without a reason of the caller's has one of its own.</summary>
    public AuditStamp By(string? reason, string otherwise) => new(Access.ActorId, string.IsNullOrWhiteSpace(reason) ? otherwise : reason.Trim());

    /// <summary>Why a reason cannot be stored; <see langword="null"/> when it can.</summary>
    public static ApiAnswer? CheckReason(string? reason) => reason switch
    {
        { Length: > MaxReason } => Problems.Invalid("$.reason", "max_length", $"At most {MaxReason} characters are kept."),
        not null when !LedgerWords.CanBeStored(reason) => Problems.Invalid("$.reason", "characters", "Control characters and broken pairs of UTF-16 cannot be stored."),
        _ => null,
    };

    /// <summary>Reads the body; an absent one is the value that nobody filled.</summary>
    public (T Value, ApiAnswer? Problem) Read<T>(JsonTypeInfo<T> contract)
        where T : class, new()
    {
        if (Body.IsEmpty)
        {
            return (new T(), null);
        }

        try
        {
            return JsonSerializer.Deserialize(Body.Span, contract) is { } value ? (value, null) : (new T(), Malformed);
        }
        catch (JsonException)
        {
            return (new T(), Malformed);
        }
    }

    private static ApiAnswer Malformed => Problems.Of(StatusCodes.Status400BadRequest, ApiCodes.BodyMalformed, "The body is not the JSON object that this route takes.");
}
