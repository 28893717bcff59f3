using System.Collections.Immutable;
using TicketExport.Http;
using TicketExport.Providers.ServiceNow.Protocol;

namespace TicketExport.Providers.ServiceNow.Internal;

/// <summary>What a verified delivery tells: one thing about a record, or one entry of its journals.</summary>
internal static class ServiceNowWebhookEvents
{
    private const string Inserted = "insert";
    private const string Updated = "update";
    private const string Deleted = "delete";
    private const string Commented = "comment";

    public static bool IsComplete(ServiceNowDelivery delivery) =>
        delivery.Event is { Length: > 0 }
        && ServiceNowText.IsSysId(delivery.SysId)
        && (delivery.Event != Commented || ServiceNowText.IsSysId(delivery.Comment?.SysId));

    /// <summary>What a delivery has in common with its repetition: a record counts its changes, and an entry has an id.</summary>
    public static string? IdOf(ServiceNowDelivery delivery) => delivery.Event == Commented
        ? delivery.Comment!.SysId
        : $"{delivery.SysId}:{delivery.SysModCount}:{delivery.Event}" is var id && delivery.SysModCount is { Length: > 0 } && RemoteText.IsId(id) ? id : null;

    public static ImmutableArray<InboundEvent> Of(ServiceNowDelivery delivery, InboundRequest request, TargetSettingsReader reader) => delivery.Event switch
    {
        Inserted or Updated => [OfRecord(delivery, InboundEventKind.TicketChanged, request, reader)],
        Deleted => [OfRecord(delivery, InboundEventKind.TicketDeleted, request, reader)],
        Commented when delivery.Comment is { Element: ServiceNowComments.WorkNotes or ServiceNowComments.Comments } entry => [OfComment(delivery, entry, request, reader)],
        _ => [],
    };

    private static InboundEvent OfRecord(ServiceNowDelivery delivery, InboundEventKind kind, InboundRequest request, TargetSettingsReader reader) => new()
    {
        Kind = kind,
        Ticket = ReferenceOf(delivery, request, reader),
        RawStatus = delivery.State,
        Status = ServiceNowWorkflow.For(TableOf(delivery, reader)).StatusOf(delivery.State, delivery.Active, TargetSettingsReader.StatusesOf(request.Target)),
        ActorId = delivery.SysUpdatedBy is { Length: > 0 } actor ? actor : null,
        OccurredAt = ServiceNowText.ReadTime(delivery.SysUpdatedOn),
    };

    private static InboundEvent OfComment(ServiceNowDelivery delivery, ServiceNowJournalEntry entry, InboundRequest request, TargetSettingsReader reader)
    {
        var writtenAt = ServiceNowText.ReadTime(entry.SysCreatedOn);
        var (text, mark) = ServiceNowTicketMapper.ReadComment(entry.Value ?? "");
        return new()
        {
            Kind = InboundEventKind.CommentAdded,
            Ticket = ReferenceOf(delivery, request, reader),
            CommentId = entry.SysId,
            OwnCommentId = mark,
            Comment = new ExternalComment(entry.SysId!, entry.SysCreatedBy ?? "", text, writtenAt ?? request.ReceivedAt),

            // Work notes are for the instance's own people.
            IsPrivate = entry.Element == ServiceNowComments.WorkNotes && !reader.ReadFlag(ServiceNowDefaults.ShareWorkNotesSetting),
            ActorId = entry.SysCreatedBy is { Length: > 0 } actor ? actor : null,
            OccurredAt = writtenAt,
        };
    }

    private static TicketReference ReferenceOf(ServiceNowDelivery delivery, InboundRequest request, TargetSettingsReader reader)
    {
        var number = RemoteText.IsId(delivery.Number) ? delivery.Number : null;
        return request.Target.BaseUrl is { Query: "", Fragment: "" } root
            ? ServiceNowAnswers.ReferenceOf(delivery.SysId!, number, new TicketHttpAccess(root).Root, TableOf(delivery, reader))
            : new TicketReference { ProviderTicketId = delivery.SysId!, ExternalIssueId = number };
    }

    private static string TableOf(ServiceNowDelivery delivery, TargetSettingsReader reader) =>
        ServiceNowText.IsName(delivery.Table) ? delivery.Table : ServiceNowTargetSettings.TableOf(reader);
}
