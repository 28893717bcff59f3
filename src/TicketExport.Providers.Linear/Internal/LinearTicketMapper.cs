using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using TicketExport.Contract;
using TicketExport.Identity;
using TicketExport.Providers.Linear.Protocol;
using TicketExport.Rendering;

namespace TicketExport.Providers.Linear.Internal;

/// <summary>Our document as Linear's fields. Pure.</summary>
internal static class LinearTicketMapper
{
    public static readonly TextLimit TitleLimit = new(LinearDefaults.MaxTitleLength, TextUnit.Utf16);
    public static readonly TextLimit BodyLimit = new(LinearDefaults.MaxBodyLength, TextUnit.Utf16);

    public static readonly TextLimit LabelLimit = new(LinearDefaults.MaxLabelLength, TextUnit.Utf16);

    private const int HashLength = 8;
    private static readonly TextLimit LabelStart = new(LinearDefaults.MaxLabelLength - HashLength - 1, TextUnit.Utf16);

    /// <param name="request">The request.</param>
    /// <param name="settings">The target.</param>
    /// <param name="place">The ids of what the issue refers to.</param>
    /// <param name="fullText">Where the whole text can be read.</param>
    public static LinearIssueInput ToNewIssue(CreateTicketRequest request, LinearTargetSettings settings, LinearPlace place, Uri? fullText) => new()
    {
        Id = LinearId.OfIssue(place.OrganizationId, request.Keys.IdempotencyKey),
        TeamId = place.TeamId,
        Title = TitleOf(request.Document),
        Description = DescriptionOf(request.Body, request.Keys.Marker, fullText),
        Priority = PriorityOf(request.Document, settings),
        LabelIds = place.LabelIds.IsEmpty ? null : place.LabelIds,
        AssigneeId = place.AssigneeId,
        ProjectId = settings.Project,
    };

    /// <param name="request">The request.</param>
    /// <param name="settings">The target.</param>
    /// <param name="labelIds">Labels to add; those that people gave the issue stay.</param>
    /// <param name="fullText">Where the whole text can be read.</param>
    public static LinearIssueInput ToChangedIssue(UpdateTicketRequest request, LinearTargetSettings settings, ImmutableArray<string> labelIds, Uri? fullText) => new()
    {
        Title = TitleOf(request.Document),
        Description = DescriptionOf(request.Body, request.Keys.Marker, fullText),
        Priority = PriorityOf(request.Document, settings),
        AddedLabelIds = labelIds.IsEmpty ? null : labelIds,
    };

    public static LinearCommentInput ToComment(AddCommentRequest request) => new()
    {
        Id = LinearId.OfComment(request.Ticket.ProviderTicketId, request.CommentId),
        IssueId = request.Ticket.ProviderTicketId,
        Body = Render(TicketBody.FromText(request.Text), new RenderOptions { Limit = BodyLimit }),
    };

    /// <summary>A label's name as one clean line; a longer one is cut so that it stays unlike others with the same start.</summary>
    public static string ToLabel(string name) => PlainTextRenderer.RenderLine(name, LabelLimit) is var label && name.Length <= LinearDefaults.MaxLabelLength
        ? label
        : $"{PlainTextRenderer.RenderLine(name, LabelStart)}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)))[..HashLength]}";

    public static LinearAttachmentInput ToAttachment(string issueId, TicketExportDocument document, Uri link) => new()
    {
        IssueId = issueId,
        Title = PlainTextRenderer.RenderLine(document.Source.Title, TitleLimit) is { Length: > 0 } title ? title : "Report",
        Url = link.AbsoluteUri,
    };

    // Linear drops HTML comments, so the marker is a line that people see.
    private static string DescriptionOf(TicketBody body, TicketMarker marker, Uri? fullText) => Render(body, new RenderOptions
    {
        Limit = BodyLimit,
        FullTextUrl = fullText?.AbsoluteUri,
        Marker = BodyMarker.Line(marker.Value),
    });

    private static string Render(TicketBody body, RenderOptions options) => MarkdownRenderer.Render(LinearMentions.Disarm(body), options).Text;

    private static string TitleOf(TicketExportDocument document) => PlainTextRenderer.RenderLine(document.Title, TitleLimit);

    private static int PriorityOf(TicketExportDocument document, LinearTargetSettings settings) => settings.Priorities.GetValueOrDefault(document.Priority);
}
