using TicketExport;

namespace CustomProvider.Internal;

// A ticket that shall be closed or opened again.
internal sealed record RedmineMove(TicketTarget Target, TicketReference Ticket, RedmineTargetSettings Settings, bool IsClosed)
{
    public string Setting => $"Settings:{(IsClosed ? RedmineDefaults.ClosedStatusSetting : RedmineDefaults.OpenStatusSetting)}";

    public long? WantedStatus => IsClosed ? Settings.ClosedStatusId : Settings.OpenStatusId;
}
