using System.Collections.Immutable;
using TicketExport.Http;
using TicketExport.Providers.Jira.Protocol;

namespace TicketExport.Providers.Jira.Internal;

/// <summary>Asks Jira for the fields of a new issue.</summary>
internal sealed class JiraScreenReader(JiraClient client)
{
    private const int MostPages = 10;

    public async Task<JiraScreenRead> ReadAsync(JiraTargetSettings settings, CancellationToken cancellationToken)
    {
        var (types, failure) = await ReadPagesAsync(
            startAt => client.IssueTypesAsync(settings, startAt, cancellationToken),
            static answer => answer.TryReadJson(JiraJsonContext.Default.JiraIssueTypePage, out var page)
                ? new Page<JiraIssueType>(page.IssueTypes ?? page.Values, page.Total, page.IsLast)
                : null).ConfigureAwait(false);
        if (failure is not null)
        {
            return new JiraScreenRead.Failed(failure);
        }

        if (FindType(types, settings.IssueType) is not { } type)
        {
            return new JiraScreenRead.NotOffered(NotOffered);
        }

        var (fields, broken) = await ReadPagesAsync(
            startAt => client.CreateFieldsAsync(settings, type, startAt, cancellationToken),
            static answer => answer.TryReadJson(JiraJsonContext.Default.JiraFieldPage, out var page)
                ? new Page<JiraField>(page.Fields ?? page.Values, page.Total, page.IsLast)
                : null).ConfigureAwait(false);
        return broken is null
            ? new JiraScreenRead.Found(new JiraScreen(type, [.. fields.Where(static field => RemoteText.IsCode(KeyOf(field))).Select(static field => KeyValuePair.Create(KeyOf(field)!, field))]), IsFresh: true)
            : new JiraScreenRead.Failed(broken);
    }

    private static ProviderFault NotOffered => new()
    {
        Reason = FailureReason.MappingIncomplete,
        Message = $"The project offers no issue type of that name or id to these credentials. Set Settings:{JiraDefaults.IssueTypeSetting} to one that it has.",
        Setting = $"Settings:{JiraDefaults.IssueTypeSetting}",
        Problems = [new($"Settings:{JiraDefaults.IssueTypeSetting}", FailureReason.MappingIncomplete, "The project offers no issue type of that name or id. Set it to one that it has.")],
    };

    private static string? KeyOf(JiraField field) => field.FieldId ?? field.Key;

    // A name wins over an id: a type may be called "3".
    private static string? FindType(ImmutableArray<JiraIssueType> types, string wanted) => types
        .Where(static type => RemoteText.IsCode(type.Id))
        .OrderBy(type => string.Equals(type.Name, wanted, StringComparison.Ordinal) ? 0 : string.Equals(type.Name, wanted, StringComparison.OrdinalIgnoreCase) ? 1 : 2)
        .FirstOrDefault(type => string.Equals(type.Name, wanted, StringComparison.OrdinalIgnoreCase) || type.Id == wanted)?.Id;

    private static async Task<(ImmutableArray<T> Items, TicketHttpResult? Failure)> ReadPagesAsync<T>(
        Func<int, Task<TicketHttpResult>> ask,
        Func<TicketHttpAnswer, Page<T>?> read)
    {
        var items = ImmutableArray.CreateBuilder<T>();
        for (var page = 0; page < MostPages; page++)
        {
            var result = await ask(items.Count).ConfigureAwait(false);
            if (result is not TicketHttpResult.Answered { Answer: { IsSuccess: true } answer } || read(answer) is not { Items: { } found } given)
            {
                return ([], result);
            }

            items.AddRange(found);
            if (found.Length == 0 || (given.IsLast ?? !(given.Total > items.Count)))
            {
                break;
            }
        }

        return (items.ToImmutable(), null);
    }

    private sealed record Page<T>(T[]? Items, int? Total, bool? IsLast);
}
