namespace TicketExport;

/// <summary>Where the host's own pages lie: <c>TicketExport:Links</c>. Each is a path that begins with <c>/</c>, or an https or http address.</summary>
/// <remarks>Ids stand in braces and are escaped when a link is made; see <see cref="HostLinks"/>.</remarks>
public sealed class HostLinkOptions
{
    /// <summary>The page where targets are set up. May hold <c>{account}</c> and <c>{target}</c>.</summary>
    /// <value>Default: <c>/settings</c>.</value>
    public string Settings { get; set; } = "/settings";

    /// <summary>The page that lists the exports of a report. Must hold <c>{report}</c>, and may hold <c>{account}</c>.</summary>
    /// <value>Default: <c>/reports/{report}/ticket-exports</c>.</value>
    public string Reports { get; set; } = "/reports/{report}/ticket-exports";
}
