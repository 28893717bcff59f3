using System.Buffers;
using System.Text.Json;
using TicketExport.Http;

namespace TicketExport.Providers.Webhook.Internal;

/// <summary>What a receiver may say in the body of its answer. Everything in it is untrusted and optional.</summary>
internal sealed record WebhookAnswer(string? TicketId, string? TicketKey, Uri? TicketUrl, string? Code)
{
    /// <summary>The receiver's id of a comment.</summary>
    public string? CommentId { get; init; }

    private static readonly WebhookAnswer Empty = new(null, null, null, null);
    private static readonly JsonDocumentOptions Options = new() { AllowDuplicateProperties = false, MaxDepth = 32 };

    private static readonly SearchValues<char> CodeCharacters = SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_");

    public static WebhookAnswer Read(TicketHttpAnswer answer)
    {
        if (!answer.IsJson || answer.BodyEnd != TicketHttpBodyEnd.Complete)
        {
            return Empty;
        }

        try
        {
            using var document = JsonDocument.Parse(answer.Body, Options);
            return document.RootElement.ValueKind == JsonValueKind.Object ? Read(document.RootElement) : Empty;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return Empty;
        }
    }

    private static WebhookAnswer Read(JsonElement root)
    {
        var ticket = root.TryGetProperty("ticket", out var nested) ? nested : default;
        var error = root.TryGetProperty("error", out var inner) ? inner : default;
        return new(
            ReadId(root, "external_id") ?? ReadId(ticket, "id"),
            ReadId(root, "external_key") ?? ReadId(ticket, "key"),
            RemoteText.ReadAddress(ReadText(root, "url") ?? ReadText(ticket, "url")),
            ReadCode(root) ?? ReadCode(error))
        {
            CommentId = ReadId(root, "external_comment_id"),
        };
    }

    private static string? ReadId(JsonElement parent, string name) => ReadText(parent, name) is { } text && RemoteText.IsId(text) ? text : null;

    private static string? ReadCode(JsonElement parent)
    {
        var text = ReadText(parent, "code");
        var usable = text is { Length: > 0 and <= RemoteText.MaxCodeLength }
            && char.IsAsciiLetterUpper(text[0])
            && !text.AsSpan().ContainsAnyExcept(CodeCharacters);
        return usable ? text : null;
    }

    private static string? ReadText(JsonElement parent, string name)
    {
        if (parent.ValueKind != JsonValueKind.Object || !parent.TryGetProperty(name, out var value))
        {
            return null;
        }

        return value.ValueKind switch
        {
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Number => value.GetRawText(),
            _ => null,
        };
    }
}
