using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using TicketExport.AspNetCore.Protocol;
using TicketExport.Comments;

namespace TicketExport.AspNetCore.Internal;

/// <summary>The thread of a source.</summary>
internal static class CommentEndpoints
{
    private const int MaxText = 32_767;
    private const int MaxAuthor = 256;

    public static Task<IResult> ListAsync(HttpContext http, string? orgId, string sourceId, string? limit, string? cursor) =>
        TicketCalls.RunAsync(http, TicketExportOperation.ReadComments, async call =>
        {
            var (page, problem) = Paging.Read(limit, cursor);
            if (problem is not null)
            {
                return problem;
            }

            var source = TicketCalls.SourceOf(http)!.Value;
            var found = await Paging.ReadAsync(() => call.Get<ITicketComments>().ListAsync(call.AccountId, source, page!, call.WhileListening)).ConfigureAwait(false);
            return found is null
                ? Paging.BadCursor
                : ApiAnswer.Of(
                    StatusCodes.Status200OK,
                    new CommentPageBody { Items = [.. found.Items.Select(CommentBodies.Of)], NextCursor = found.NextCursor },
                    ApiJsonContext.Default.CommentPageBody);
        });

    public static Task<IResult> AddAsync(HttpContext http, string? orgId, string sourceId) =>
        TicketCalls.RunAsync(http, TicketExportOperation.AddComment, async call =>
        {
            var (body, malformed) = call.Read(ApiJsonContext.Default.CommentDraftBody);
            if ((malformed ?? CheckText(body.Body)) is { } refusal)
            {
                return refusal;
            }

            var source = TicketCalls.SourceOf(http)!.Value;
            if (await SourceTickets.DocumentAsync(call, source).ConfigureAwait(false) is null)
            {
                return Problems.NotFound;
            }

            var draft = new CommentDraft
            {
                AccountId = call.AccountId,
                Source = source,
                Author = call.ActorName.Length <= MaxAuthor ? call.ActorName : call.ActorName[..MaxAuthor],
                Text = body.Body!,
                CommentId = IdOf(call, source),
                IsPrivate = body.IsPrivate,
            };
            return AnswerTo(await call.Get<ITicketComments>().AddAsync(draft, CancellationToken.None).ConfigureAwait(false));
        });

    private static ApiAnswer? CheckText(string? text) => text switch
    {
        null => Problems.Invalid("$.body", "required", "Write the comment's text."),
        _ when string.IsNullOrWhiteSpace(text) => Problems.Invalid("$.body", "required", "Write the comment's text."),
        { Length: > MaxText } => Problems.Invalid("$.body", "max_length", $"A comment has at most {MaxText} characters."),
        _ when !LedgerWords.CanBeStored(text) => Problems.Invalid("$.body", "characters", "Control characters and broken pairs of UTF-16 cannot be stored."),
        _ => null,
    };

    // With a key of the caller's the comment has the same id in every try, so that not even a restart doubles it.
    private static string? IdOf(TicketCall call, SourceKey source) => call.IdempotencyKey is null
        ? null
        : $"key-{Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', call.Access.ActorId, source.Type, source.Id, call.IdempotencyKey))))}";

    private static ApiAnswer AnswerTo(CommentResult result) => result switch
    {
        { Outcome: CommentOutcomeKind.NotFound } => Problems.NotFound,
        { Outcome: CommentOutcomeKind.Conflict } => Problems.Of(
            StatusCodes.Status422UnprocessableEntity,
            ApiCodes.IdempotencyKeyReused,
            "The Idempotency-Key came before with another comment. Use a new key for a new comment."),
        { Outcome: CommentOutcomeKind.ContentUnsafe or CommentOutcomeKind.Refused, Failure: { } failure } => Refused(failure, result.Comment),
        { Failure: { Code: ExportCodes.ProviderNotConfigured } failure } => Refused(failure, result.Comment),
        { Comment: { } comment } => ApiAnswer.Of(
            StatusCodes.Status201Created,
            new CommentAnswerBody { Comment = CommentBodies.Of(comment), Echo = CommentBodies.Of(result.Echo) },
            ApiJsonContext.Default.CommentAnswerBody),
        _ => throw new InvalidOperationException($"A comment came to {result.Outcome} without a comment or a failure."),
    };

    // The thread has the comment although the tracker refused it; the caller must know both.
    private static ApiAnswer Refused(ExportFailure failure, ThreadComment? comment) =>
        Problems.Of(Problems.BodyOf(failure) with { Comment = comment is null ? null : CommentBodies.Of(comment) });
}
