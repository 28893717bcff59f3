using System.Collections.Immutable;
using TicketExport.Http;
using TicketExport.Identity;

namespace TicketExport.Providers.ServiceNow.Internal;

/// <summary>One method per remote call, no decisions. ServiceNow's documentation: Table API, REST API HTTP response codes.</summary>
/// <remarks>Version 2 is pinned: the first one answers 404 where a query finds nothing.</remarks>
internal sealed class ServiceNowClient(IHttpClientFactory clients)
{
    public const int MostFound = 5;

    private const int MaxBodyBytes = 1024 * 1024;
    private const string RecordFields = "sys_id,number,state,active,sys_updated_on,correlation_id";
    private const string JournalFields = "sys_id,element,element_id,value,sys_created_on,sys_created_by";

    private readonly TicketHttpApi _api = new(clients, ServiceNowDefaults.HttpClientName, MaxBodyBytes);

    public Task<TicketHttpResult> CreateAsync(ServiceNowTargetSettings to, Dictionary<string, string> fields, CancellationToken cancellationToken) =>
        SendAsync(to, (HttpMethod.Post, TableOf(to.Table)), fields, cancellationToken);

    public Task<TicketHttpResult> ChangeAsync(ServiceNowTargetSettings to, string id, Dictionary<string, string> fields, CancellationToken cancellationToken) =>
        SendAsync(to, (HttpMethod.Patch, RecordOf(to, id)), fields, cancellationToken);

    public Task<TicketHttpResult> ReadAsync(ServiceNowTargetSettings to, string id, CancellationToken cancellationToken) =>
        GetAsync(to, RecordOf(to, id), RecordFields, cancellationToken);

    /// <summary>Reads a record's journals, which hold text only where display values are asked for.</summary>
    public Task<TicketHttpResult> ReadTextsAsync(ServiceNowTargetSettings to, string id, CancellationToken cancellationToken) =>
        GetAsync(to, RecordOf(to, id).With("sysparm_display_value", "true"), "sys_id,number,work_notes,comments", cancellationToken);

    public Task<TicketHttpResult> FindAsync(ServiceNowTargetSettings to, TicketMarker marker, CancellationToken cancellationToken) =>
        ListAsync(to, (to.Table, $"correlation_id={marker.Value}^ORDERBYsys_created_on"), RecordFields, MostFound, cancellationToken);

    public Task<TicketHttpResult> FindByNumberAsync(ServiceNowTargetSettings to, string number, CancellationToken cancellationToken) =>
        ListAsync(to, (to.Table, $"number={number}"), RecordFields, MostFound, cancellationToken);

    public Task<TicketHttpResult> FindManyAsync(ServiceNowTargetSettings to, ImmutableArray<string> ids, CancellationToken cancellationToken) =>
        ListAsync(to, (to.Table, $"sys_idIN{string.Join(',', ids)}"), RecordFields, ids.Length, cancellationToken);

    /// <summary>Asks how many records have an id, which ServiceNow counts before it hides what the credentials may not see.</summary>
    public Task<TicketHttpResult> CountAsync(ServiceNowTargetSettings to, string id, CancellationToken cancellationToken) =>
        ListAsync(to, (to.Table, $"sys_id={id}"), "sys_id", 1, cancellationToken);

    /// <summary>Asks for any record of the table, to see whether the field that tickets are found by can be read.</summary>
    public Task<TicketHttpResult> ProbeAsync(ServiceNowTargetSettings to, CancellationToken cancellationToken) =>
        ListAsync(to, (to.Table, null), "sys_id,correlation_id", 1, cancellationToken);

    public Task<TicketHttpResult> FindJournalAsync(ServiceNowTargetSettings to, string id, string mark, CancellationToken cancellationToken) => ListAsync(
        to,
        ("sys_journal_field", $"element_id={id}^elementIN{ServiceNowComments.WorkNotes},{ServiceNowComments.Comments}^valueLIKE{mark}^ORDERBYsys_created_on"),
        JournalFields,
        MostFound,
        cancellationToken);

    public Task<TicketHttpResult> IdentifyAsync(ServiceNowTargetSettings to, CancellationToken cancellationToken) =>
        ListAsync(to, ("sys_user", "sys_id=javascript:gs.getUserID()"), "sys_id,user_name,name", 1, cancellationToken);

    private static TicketHttpPath TableOf(string table) => TicketHttpPath.Of($"api/now/v2/table/{table}");

    private static TicketHttpPath RecordOf(ServiceNowTargetSettings to, string id) => TicketHttpPath.Of($"api/now/v2/table/{to.Table}/{id}");

    private Task<TicketHttpResult> ListAsync(
        ServiceNowTargetSettings to,
        (string Table, string? Query) of,
        string fields,
        int limit,
        CancellationToken cancellationToken) =>
        GetAsync(to, TableOf(of.Table).With("sysparm_query", of.Query).With("sysparm_limit", limit), fields, cancellationToken);

    private Task<TicketHttpResult> GetAsync(ServiceNowTargetSettings to, TicketHttpPath path, string fields, CancellationToken cancellationToken) =>
        _api.GetAsync(to.Access, path.With("sysparm_fields", fields).With("sysparm_exclude_reference_link", "true"), cancellationToken);

    private Task<TicketHttpResult> SendAsync(ServiceNowTargetSettings to, (HttpMethod Method, TicketHttpPath Path) of, Dictionary<string, string> fields, CancellationToken cancellationToken)
    {
        var path = of.Path.With("sysparm_fields", RecordFields).With("sysparm_exclude_reference_link", "true");
        return _api.SendAsync(to.Access, (of.Method, path), fields, ServiceNowJsonContext.Default.Fields, cancellationToken);
    }
}
