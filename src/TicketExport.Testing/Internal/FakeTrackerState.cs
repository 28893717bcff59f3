using System.Collections.Immutable;
using System.Globalization;
using TicketExport.Testing.Protocol;

namespace TicketExport.Testing.Internal;

// The tracker's tickets; its server locks around every use.
internal sealed class FakeTrackerState(string keyPrefix, TimeProvider time)
{
    public string KeyPrefix => keyPrefix;

    public ImmutableArray<FakeTicket> Tickets { get; private set; } = [];

    public FakeTicket Commit(FakeCreateTicketRequest request, Uri baseAddress)
    {
        var id = (Tickets.Length + 1).ToString(CultureInfo.InvariantCulture);
        var ticket = new FakeTicket
        {
            Id = id,
            Key = $"{keyPrefix}-{id}",
            Url = new Uri(baseAddress, $"tickets/{id}"),
            Title = request.Title ?? "",
            Body = request.Body ?? "",
            Marker = request.Marker,
            Labels = [.. request.Labels ?? []],
            Priority = request.Priority,
            CreatedAt = time.GetUtcNow(),
            UpdatedAt = time.GetUtcNow(),
        };
        Tickets = Tickets.Add(ticket);
        return ticket;
    }

    public FakeTicket? Find(string id) => Tickets.FirstOrDefault(ticket => ticket.Id == id || ticket.Key == id);

    public FakeTicket? Edit(string id, Func<FakeTicket, FakeTicket> edit)
    {
        if (Find(id) is not { } found)
        {
            return null;
        }

        var edited = edit(found) with { UpdatedAt = time.GetUtcNow() };
        Tickets = Tickets.Replace(found, edited);
        return edited;
    }

    public FakeComment AddComment(string id, string text)
    {
        var number = Tickets.Sum(static ticket => ticket.Comments.Length) + 1;
        var comment = new FakeComment(number.ToString(CultureInfo.InvariantCulture), text, time.GetUtcNow());
        Edit(id, ticket => ticket with { Comments = ticket.Comments.Add(comment) });
        return comment;
    }
}
