namespace TicketExport.Inbound;

/// <summary>
/// Takes the status that a sender of the ticket-sync profile asks the host's own request to have. Register with
/// <c>UseSourceStatuses&lt;T&gt;()</c>.
/// </summary>
/// <remarks>
/// <para>Called only with a word that the target's settings allow: <c>inbound_status.&lt;theirs&gt;</c> = the host's word. Every other
/// status is kept beside the ticket and asked of nobody.</para>
/// <para>This is the workflow of the host's own item. It is not the finding's remediation, which no ticket and no webhook can decide.</para>
/// <para>May be called again for the same delivery, as after a crash, and from several threads at once: make it repeatable. An exception
/// makes the sender deliver again.</para>
/// </remarks>
public interface ISourceStatusHandler
{
    /// <summary>The start of the settings that map a sender's word to the host's, such as <c>inbound_status.submitted</c>.</summary>
    const string SettingPrefix = "inbound_status.";

    /// <summary>Applies a status.</summary>
    /// <returns>Whether it was applied; <see langword="false"/> when the item is past it or does not have it.</returns>
    Task<bool> ApplyAsync(SourceStatusChange change, CancellationToken cancellationToken);
}
