using Microsoft.Extensions.Options;
using TicketExport.Configuration;
using TicketExport.Review;

namespace TicketExport;

/// <summary>Makes links to the host's own pages from <see cref="TicketExportOptions.Links"/>. Ids are escaped.</summary>
/// <remarks>Safe for use from many threads; follows a reload of the configuration. Registered by <c>AddTicketExport()</c>.</remarks>
public sealed class HostLinks
{
    private readonly Lazy<IOptionsMonitor<TicketExportOptions>> _options;

    // Asked for late: the check of the options needs the providers, and a provider may need these links.
    internal HostLinks(Func<IOptionsMonitor<TicketExportOptions>> options) => _options = new(options);

    /// <summary>The page where an account sets up a target, such as <c>/settings</c>.</summary>
    /// <returns>The link; <see langword="null"/> when the template wants an id that cannot be a part of an address: one that is empty, or <c>.</c> or <c>..</c>.</returns>
    public string? SettingsOf(string accountId, string targetId)
    {
        ArgumentNullException.ThrowIfNull(accountId);
        ArgumentNullException.ThrowIfNull(targetId);
        return LinkTemplate.Format(_options.Value.CurrentValue.Links.Settings, (HostLinkRules.Account, accountId), (HostLinkRules.Target, targetId));
    }

    /// <summary>The page that lists the exports of a report, such as <c>/reports/42/ticket-exports</c>.</summary>
    /// <returns>The link; <see langword="null"/> when the template wants an id that cannot be a part of an address: one that is empty, or <c>.</c> or <c>..</c>.</returns>
    public string? ReportOf(string accountId, string reportId)
    {
        ArgumentNullException.ThrowIfNull(accountId);
        ArgumentNullException.ThrowIfNull(reportId);
        return LinkTemplate.Format(_options.Value.CurrentValue.Links.Reports, (HostLinkRules.Account, accountId), (HostLinkRules.Report, reportId));
    }

    /// <summary>The result with the page where the cause of its failure is put right. A request too broken to have an account is answered all the same.</summary>
    internal ExportResult Advise(ExportResult result, string? accountId) => result.Failure is null || accountId is null || result.TargetId is null
        ? result
        : result with { Failure = Advise(result.Failure, accountId, result.TargetId) };

    /// <summary>The failure with the page where its cause is put right, where the host has one.</summary>
    internal ExportFailure? Advise(ExportFailure? failure, string accountId, string targetId) =>
        failure is not null && (failure.Code == ExportCodes.DeliveryFailed || StepOwners.Of(failure) is StepOwner.Settings or StepOwner.Mapping)
            ? failure with { HelpLink = SettingsOf(accountId, targetId) }
            : failure;
}
