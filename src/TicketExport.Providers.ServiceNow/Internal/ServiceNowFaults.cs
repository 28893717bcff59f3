namespace TicketExport.Providers.ServiceNow.Internal;

/// <summary>The faults that follow from what was read, not from an error of ServiceNow.</summary>
internal static class ServiceNowFaults
{
    private const string TableSetting = $"Settings:{ServiceNowDefaults.TableSetting}";

    public static ProviderFault NotAnId { get; } = new()
    {
        Reason = FailureReason.Validation,
        Message = "The ticket's id is none of ServiceNow. A ticket is named by its sys_id or its number, such as INC0010002.",
    };

    public static ProviderFault CommentUnproven { get; } = new()
    {
        Reason = FailureReason.Permission,
        Message = "Whether the comment was added before cannot be told, as the credentials may read neither the record's comments nor sys_journal_field. Give them one of these rights.",
        Setting = $"Settings:{ServiceNowDefaults.CommentFieldSetting}",
    };

    public static ProviderFault CorrelationUnreadable(ServiceNowTargetSettings settings) => new()
    {
        Reason = FailureReason.Configuration,
        Message = $"The table does not show the field correlation_id to these credentials, so no ticket can be found again. Give them the right to read and write it, or set {TableSetting} to a table that inherits from task.",
        ProviderErrorCode = ServiceNowErrorCodes.CorrelationUnreadable,
        Setting = settings.Words.PlaceSetting,
    };

    public static ProviderFault RecordsHidden(ServiceNowTargetSettings settings) => new()
    {
        Reason = FailureReason.Permission,
        Message = $"The instance counts records in the table that it does not show to these credentials. Give their user a role that reads all of them, such as itil, or change {settings.Words.CredentialSetting}.",
        ProviderErrorCode = ServiceNowErrorCodes.RecordsHidden,
        Setting = settings.Words.CredentialSetting,
    };

    public static ProviderFault NotStamped(ServiceNowTargetSettings settings) => CorrelationUnreadable(settings) with
    {
        Message = $"The ticket was made, and its field correlation_id does not hold what was sent, so it cannot be found again. Give the credentials the right to read and write it, or set {TableSetting} to a table that inherits from task.",
    };

    public static ProviderFault StateRefused(string setting) => new()
    {
        Reason = FailureReason.Permission,
        Message = $"ServiceNow kept the ticket's state: the rules of the table do not let this user go there. Set Settings:{setting} to a state that they allow, or change the rules.",
        ProviderErrorCode = ServiceNowErrorCodes.StateRefused,
        Setting = $"Settings:{setting}",
    };
}
