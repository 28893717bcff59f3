using System.Text.RegularExpressions;
using TicketExport.Http;

namespace TicketExport.Providers.Linear.Internal;

/// <summary>The faults that follow from what was read, not from an error of Linear.</summary>
internal static partial class LinearFaults
{
    public static ProviderFault NotReadBack { get; } = new()
    {
        Reason = FailureReason.Ambiguous,
        Message = "Linear says that an issue with the export's id exists, and it could not be read back. It is looked for again.",
    };

    public static ProviderFault MarkerDiffers { get; } = new()
    {
        Reason = FailureReason.Conflict,
        Message = "An issue with the export's id carries the marker of another export. Look at its description in Linear.",
        ProviderErrorCode = LinearErrorCodes.MarkerDiffers,
    };

    public static ProviderFault Trashed { get; } = new()
    {
        Reason = FailureReason.NotFound,
        Message = "The issue is in Linear's trash. Restore it there within 30 days of its deletion.",
        ProviderErrorCode = LinearErrorCodes.IssueTrashed,
    };

    public static ProviderFault Archived { get; } = new()
    {
        Reason = FailureReason.Conflict,
        Message = "Linear does not change an issue that is archived. Restore it in Linear, then try again.",
    };

    public static ProviderFault IssueHidden(TicketHttpWords words) => new()
    {
        Reason = FailureReason.Conflict,
        Message = $"Linear holds an issue with the export's id and does not show it to these credentials. Give them access to its team, or restore the issue; see {words.CredentialSetting}.",
        ProviderErrorCode = LinearErrorCodes.IssueHidden,
        Setting = words.CredentialSetting,
    };

    public static ProviderFault OtherWorkspace(TicketHttpWords words) => new()
    {
        Reason = FailureReason.Permission,
        Message = $"The credentials belong to another workspace than the issue. Set {words.CredentialSetting} to those of the issue's workspace.",
        ProviderErrorCode = LinearErrorCodes.OtherWorkspace,
        Setting = words.CredentialSetting,
    };

    public static ProviderFault StateUnknown(string setting, string meaning) => new()
    {
        Reason = FailureReason.MappingIncomplete,
        Message = $"The issue's team has no status that {meaning} as the target wants it. Set Settings:{setting} to the type or the name of one that it has.",
        ProviderErrorCode = LinearErrorCodes.StateUnknown,
        Setting = $"Settings:{setting}",
    };

    /// <summary>Whether a description carries another marker than this one. People may have taken ours out: that says nothing.</summary>
    public static bool HasOtherMarker(string? description, string marker) =>
        description is not null && !description.Contains(marker, StringComparison.Ordinal) && Marker().IsMatch(description);

    [GeneratedRegex("ticketexport-[0-9a-f]{64}-g[1-9][0-9]{0,9}", RegexOptions.CultureInvariant)]
    private static partial Regex Marker();
}
