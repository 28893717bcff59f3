using TicketExport.Http;
using TicketExport.Rendering;

namespace TicketExport.Providers.ServiceNow;

/// <summary>Names and limits of the ServiceNow provider.</summary>
public static class ServiceNowDefaults
{
    /// <summary>The family's key.</summary>
    public const string Key = "servicenow";

    /// <summary>Another key that targets may use.</summary>
    public const string UnderscoreKey = "service_now";

    /// <summary>The name of the provider's HTTP client.</summary>
    public const string HttpClientName = "TicketExport.ServiceNow";

    /// <summary>The credential that holds an OAuth access token; sent as <c>Authorization: Bearer</c>. Preferred where several are set.</summary>
    public const string AccessTokenCredential = "access_token";

    /// <summary>The credential that holds an API key of the instance; sent as <c>x-sn-apikey</c>.</summary>
    public const string ApiKeyCredential = "api_key";

    /// <summary>The credential that holds a token whose kind <see cref="ApiTokenKindSetting"/> says.</summary>
    public const string ApiTokenCredential = "api_token";

    /// <summary>The credential that holds the name of a user who signs in with <see cref="PasswordCredential"/>.</summary>
    public const string UserNameCredential = "username";

    /// <summary>The credential that holds that user's password.</summary>
    public const string PasswordCredential = "password";

    /// <summary>The credential that holds the secret that the instance's script signs deliveries with.</summary>
    public const string WebhookSecretCredential = "webhook_secret";

    /// <summary>The credential that holds the former secret while it is being replaced.</summary>
    public const string PreviousWebhookSecretCredential = "previous_webhook_secret";

    /// <summary>The setting that says how <see cref="ApiTokenCredential"/> is sent: <c>bearer</c> (the default) or <c>api_key</c>.</summary>
    public const string ApiTokenKindSetting = "api_token_kind";

    /// <summary>The setting that names the table of new tickets.</summary>
    public const string TableSetting = "table";

    /// <summary>The setting that holds the sys_id of the group that gets new tickets.</summary>
    public const string AssignmentGroupSetting = "assignment_group";

    /// <summary>The setting that holds the sys_id of the user that gets new tickets.</summary>
    public const string AssigneeSetting = "assignee";

    /// <summary>The setting that holds the sys_id of the user on whose behalf tickets are made.</summary>
    public const string CallerSetting = "caller_id";

    /// <summary>The setting that holds the value of the field <c>category</c>.</summary>
    public const string CategorySetting = "category";

    /// <summary>The start of the settings that give a field of new tickets its value, such as <c>field.cmdb_ci</c>.</summary>
    public const string FieldSettingPrefix = "field.";

    /// <summary>The start of the settings that give a field a value when a ticket is closed, such as <c>close.resolution_code</c>.</summary>
    public const string CloseFieldSettingPrefix = "close.";

    /// <summary>The setting that says in which state a ticket is closed, by the value of the field <c>state</c>.</summary>
    public const string CloseStateSetting = "close_state";

    /// <summary>The setting that holds the value of the field <c>close_code</c> of a closed ticket.</summary>
    public const string CloseCodeSetting = "close_code";

    /// <summary>The setting that holds the text of the field <c>close_notes</c> of a closed ticket.</summary>
    public const string CloseNotesSetting = "close_notes";

    /// <summary>The setting that says in which state a ticket is opened again, by the value of the field <c>state</c>.</summary>
    public const string ReopenStateSetting = "reopen_state";

    /// <summary>The setting that says where comments go: <c>work_notes</c> (the default, read by the instance's own people) or <c>comments</c> (read by the caller as well).</summary>
    public const string CommentFieldSetting = "comment_field";

    /// <summary>The setting that lets work notes of the instance's people into the thread: <c>true</c> or <c>false</c>, the default.</summary>
    public const string ShareWorkNotesSetting = "share_work_notes";

    /// <summary>The setting that says how old a delivery's signed timestamp may be, in seconds.</summary>
    public const string WebhookToleranceSetting = "webhook_tolerance_seconds";

    /// <summary>The start of the settings that say what a priority is, as impact and urgency, such as <c>priority.high</c> = <c>2/1</c>.</summary>
    public const string PrioritySettingPrefix = TargetSettingsReader.PriorityPrefix;

    /// <summary>The start of the settings that say what a state means, by the value of the field <c>state</c>, such as <c>status.3</c>.</summary>
    public const string StatusSettingPrefix = TargetSettingsReader.StatusPrefix;

    /// <summary>The table of new tickets, unless a target says otherwise.</summary>
    public const string Table = "incident";

    /// <summary>What stands in <c>correlation_display</c> of every ticket, for people and for the conditions of scripts.</summary>
    public const string CorrelationDisplay = "TicketExport";

    /// <summary>The longest <c>short_description</c>, in UTF-16 code units. ServiceNow cuts what is longer without a word.</summary>
    public static readonly TextLimit TitleLimit = new(160, TextUnit.Utf16);

    /// <summary>The longest <c>description</c>, in UTF-16 code units. ServiceNow cuts what is longer without a word.</summary>
    public static readonly TextLimit BodyLimit = new(4000, TextUnit.Utf16);

    /// <summary>The longest comment, in UTF-16 code units.</summary>
    public static readonly TextLimit CommentLimit = new(4000, TextUnit.Utf16);

    /// <summary>How long after a try of unknown outcome a look-up is trusted: 2 minutes, as a transaction outlives its caller.</summary>
    public static readonly TimeSpan SettleWindow = TimeSpan.FromMinutes(2);

    /// <summary>How long one call may take: 30 seconds.</summary>
    public static readonly TimeSpan Timeout = TimeSpan.FromSeconds(30);
}
