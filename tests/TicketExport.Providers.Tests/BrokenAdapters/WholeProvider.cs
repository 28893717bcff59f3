using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace TicketExport.Providers.Tests.BrokenAdapters;

/// <summary>The fake tracker's provider with the abilities that it lacks, broken where it is told so.</summary>
internal sealed class WholeProvider(Parts parts, Breakage breakage) :
    ITicketProvider, ITargetRules, ITargetCheckProvider, IFieldDiscoveryProvider, IStatusProvider, IUpdateProvider, ICloseProvider, IReopenProvider,
    ICommentProvider, IInboundProvider
{
    public const string SignatureHeader = "X-Whole-Signature";

    public const string BoardSetting = "board";

    private static readonly string[] SecretNames = ["webhook_secret", "previous_webhook_secret"];

    public ProviderSheet Sheet
    {
        get
        {
            var sheet = parts.Good.Sheet with { RequiredFields = [BoardSetting] };
            return breakage.Sheet?.Invoke(sheet) ?? sheet;
        }
    }

    public Task<CreateOutcome> CreateAsync(CreateTicketRequest request, CancellationToken cancellationToken) =>
        breakage.Create?.Invoke(parts, request, cancellationToken) ?? parts.Good.CreateAsync(request, cancellationToken);

    public Task<FindOutcome> FindAsync(FindTicketRequest request, CancellationToken cancellationToken) =>
        breakage.Find?.Invoke(parts, request) ?? parts.Good.FindAsync(request, cancellationToken);

    public Task<ReadOutcome> ReadAsync(ReadTicketRequest request, CancellationToken cancellationToken) =>
        breakage.Read?.Invoke(parts, request) ?? ((IStatusProvider)parts.Good).ReadAsync(request, cancellationToken);

    public Task<ChangeOutcome> UpdateAsync(UpdateTicketRequest request, CancellationToken cancellationToken) =>
        breakage.Update?.Invoke(parts, request) ?? ((IUpdateProvider)parts.Good).UpdateAsync(request, cancellationToken);

    public Task<ChangeOutcome> CloseAsync(CloseTicketRequest request, CancellationToken cancellationToken) =>
        breakage.Close?.Invoke(parts, request) ?? ((ICloseProvider)parts.Good).CloseAsync(request, cancellationToken);

    public Task<ChangeOutcome> ReopenAsync(ReopenTicketRequest request, CancellationToken cancellationToken) =>
        breakage.Reopen?.Invoke(parts, request) ?? ((IReopenProvider)parts.Good).ReopenAsync(request, cancellationToken);

    public Task<CommentOutcome> AddCommentAsync(AddCommentRequest request, CancellationToken cancellationToken) =>
        breakage.Comment?.Invoke(parts, request) ?? ((ICommentProvider)parts.Good).AddCommentAsync(request, cancellationToken);

    public async Task<TargetCheckOutcome> CheckAsync(CheckTargetRequest request, CancellationToken cancellationToken)
    {
        var outcome = await ((ITargetCheckProvider)parts.Good).CheckAsync(request, cancellationToken);
        return breakage.Check?.Invoke(outcome) ?? outcome;
    }

    public async Task<FieldsOutcome> DiscoverFieldsAsync(CheckTargetRequest request, CancellationToken cancellationToken)
    {
        FieldsOutcome outcome = await ((ITargetCheckProvider)parts.Good).CheckAsync(request, cancellationToken) switch
        {
            TargetCheckOutcome.Connected => new FieldsOutcome.Found([new TargetField { Key = "title", Name = "Title", IsRequired = true, IsMapped = true }]),
            TargetCheckOutcome.Refused refused => new FieldsOutcome.Refused(refused.Fault),
            TargetCheckOutcome.Failed failed => new FieldsOutcome.Failed(failed.Fault, failed.Until),
            _ => throw new InvalidOperationException(),
        };
        return breakage.Fields?.Invoke(outcome) ?? outcome;
    }

    public ImmutableArray<TargetProblem> Check(TicketTarget target, TicketCredential credential)
    {
        var problems = ((ITargetRules)parts.Good).Check(target, credential);
        problems = target.Settings.GetValueOrDefault(BoardSetting) switch
        {
            null or "" => problems.Add(new($"Settings:{BoardSetting}", FailureReason.MappingIncomplete, "board is not set. Set it to the name of the board.")),
            var board when board.Contains(' ', StringComparison.Ordinal) => problems.Add(new($"Settings:{BoardSetting}", FailureReason.Configuration, "The value of board is not allowed. Set it to one word.")),
            _ => problems,
        };
        return breakage.Rules?.Invoke(problems, target) ?? problems;
    }

    public InboundOutcome Read(InboundRequest request)
    {
        var outcome = Verify(request);
        return breakage.Hear?.Invoke(outcome, request) ?? outcome;
    }

    public static string Sign(ReadOnlySpan<byte> body, string secret) => Convert.ToHexString(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), body));

    public static InboundOutcome Parse(InboundRequest request)
    {
        var root = JsonDocument.Parse(request.Body).RootElement;
        return new InboundOutcome.Authentic(null,
        [
            new InboundEvent
            {
                Kind = Enum.Parse<InboundEventKind>(root.GetProperty("kind").GetString()!),
                Ticket = new TicketReference { ProviderTicketId = root.GetProperty("id").GetString()! },
                ActorId = root.GetProperty("actor").GetString(),
                CommentId = "1",
            },
        ]);
    }

    private static InboundOutcome Verify(InboundRequest request)
    {
        string[] secrets = [.. SecretNames.Select(name => request.Credential.TryGet(name, out var secret) ? secret : "").Where(static secret => secret.Length > 0)];
        if (secrets.Length == 0)
        {
            return new InboundOutcome.Refused(InboundRefusal.NoSecret);
        }

        if (!request.Headers.TryGetValue(SignatureHeader, out var signature))
        {
            return new InboundOutcome.Refused(InboundRefusal.SignatureMissing);
        }

        return secrets.Any(secret => CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(signature), Encoding.ASCII.GetBytes(Sign(request.Body.Span, secret))))
            ? Parse(request)
            : new InboundOutcome.Refused(InboundRefusal.SignatureInvalid);
    }
}
