using System.Buffers;
using TicketExport.Contract;
using TicketExport.Identity;
using TicketExport.Rendering;

namespace TicketExport.Providers.ServiceNow.Internal;

/// <summary>Our document as ServiceNow's fields, all of them strings. Pure.</summary>
internal static class ServiceNowTicketMapper
{
    private const string Impact = "impact";
    private const string Urgency = "urgency";

    private static readonly SearchValues<char> Hexadecimal = SearchValues.Create("0123456789abcdef");

    /// <param name="request">The request.</param>
    /// <param name="settings">The target; what it says of a field outweighs the document.</param>
    /// <param name="fullText">Where the whole text can be read.</param>
    public static Dictionary<string, string> ToNewRecord(CreateTicketRequest request, ServiceNowTargetSettings settings, string? fullText)
    {
        var fields = ToFields(request.Document, BodyOf(request.Body, request.Keys.Marker, fullText), settings);
        foreach (var (name, value) in settings.Fields)
        {
            fields[name] = value;
        }

        fields["correlation_id"] = request.Keys.Marker.Value;
        fields["correlation_display"] = ServiceNowDefaults.CorrelationDisplay;
        return fields;
    }

    /// <inheritdoc cref="ToNewRecord"/>
    public static Dictionary<string, string> ToChangedRecord(UpdateTicketRequest request, ServiceNowTargetSettings settings, string? fullText)
    {
        var fields = ToFields(request.Document, BodyOf(request.Body, request.Keys.Marker, fullText), settings);
        foreach (var name in new[] { Impact, Urgency }.Where(settings.Fields.ContainsKey))
        {
            fields[name] = settings.Fields[name];
        }

        return fields;
    }

    public static Dictionary<string, string> ToState(ServiceNowTargetSettings settings, bool isClosing)
    {
        var fields = isClosing ? new Dictionary<string, string>(settings.CloseFields) : [];
        fields["state"] = isClosing ? settings.CloseState : settings.ReopenState;
        return fields;
    }

    public static Dictionary<string, string> ToComment(AddCommentRequest request, ServiceNowTargetSettings settings) => new()
    {
        [settings.CommentField] = PlainTextRenderer.Render(
            TicketBody.FromText(request.Text),
            new RenderOptions { Limit = ServiceNowDefaults.CommentLimit, Marker = BodyMarker.Line(CommentMark.Of(request.CommentId)) }).Text,
    };

    /// <summary>An entry's text and the mark in its last line, if it has one.</summary>
    public static (string Text, string? Mark) ReadComment(string value)
    {
        var text = value.TrimEnd();
        var start = text.LastIndexOf('\n') + 1;
        return IsMark(text.AsSpan(start)) ? (text[..start].TrimEnd(), text[start..]) : (value, null);
    }

    private static bool IsMark(ReadOnlySpan<char> line) =>
        line.Length == CommentMark.Prefix.Length + 64
        && line.StartsWith(CommentMark.Prefix, StringComparison.Ordinal)
        && !line[CommentMark.Prefix.Length..].ContainsAnyExcept(Hexadecimal);

    private static Dictionary<string, string> ToFields(TicketExportDocument document, string body, ServiceNowTargetSettings settings)
    {
        var priority = settings.Priorities.GetValueOrDefault(document.Priority);
        var fields = new Dictionary<string, string>
        {
            ["short_description"] = PlainTextRenderer.RenderLine(document.Title, ServiceNowDefaults.TitleLimit),
            ["description"] = body,
        };
        if (priority is not null)
        {
            (fields[Impact], fields[Urgency]) = (priority[..1], priority[2..]);
        }

        return fields;
    }

    private static string BodyOf(TicketBody body, TicketMarker marker, string? fullText) => PlainTextRenderer.Render(
        body,
        new RenderOptions { Limit = ServiceNowDefaults.BodyLimit, FullTextUrl = fullText, Marker = BodyMarker.Line(marker.Value) }).Text;
}
