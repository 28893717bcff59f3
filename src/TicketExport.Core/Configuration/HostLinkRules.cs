namespace TicketExport.Configuration;

/// <summary>Checks the templates of the host's pages. Pure.</summary>
internal static class HostLinkRules
{
    public const string Account = "account";
    public const string Target = "target";
    public const string Report = "report";

    public static IEnumerable<string> Check(HostLinkOptions links)
    {
        if (LinkTemplate.FindProblem(links.Settings, [Account, Target], required: null) is { } settings)
        {
            yield return $"{KeyOf(nameof(links.Settings))} {settings}. Set it to one such as /settings.";
        }

        if (LinkTemplate.FindProblem(links.Reports, [Account, Report], Report) is { } reports)
        {
            yield return $"{KeyOf(nameof(links.Reports))} {reports}. Set it to one such as /reports/{{report}}/ticket-exports.";
        }
    }

    private static string KeyOf(string link) => $"{TicketExportOptions.SectionName}:{nameof(TicketExportOptions.Links)}:{link}";
}
