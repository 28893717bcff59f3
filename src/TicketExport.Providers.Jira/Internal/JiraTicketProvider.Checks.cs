namespace TicketExport.Providers.Jira.Internal;

internal sealed partial class JiraTicketProvider : ITargetCheckProvider, IFieldDiscoveryProvider
{
    private static readonly string[] Needed = ["BROWSE_PROJECTS", "CREATE_ISSUES"];

    public async Task<TargetCheckOutcome> CheckAsync(CheckTargetRequest request, CancellationToken cancellationToken)
    {
        if (Read(request.Target, request.Credential, out var fault) is not { } settings)
        {
            return new TargetCheckOutcome.Refused(fault!);
        }

        var reached = await ReachAsync(settings, cancellationToken).ConfigureAwait(false);
        if (reached is not TargetCheckOutcome.Connected)
        {
            return reached;
        }

        var permitted = await CheckPermissionsAsync(settings, cancellationToken).ConfigureAwait(false);
        if (permitted is not null)
        {
            return permitted;
        }

        return await _screens.RefreshAsync(request.AccountId, request.Target, settings, cancellationToken).ConfigureAwait(false) switch
        {
            JiraScreenRead.Found found => JiraFieldPlan.Make(settings, found.Screen, document: null) is { Problems.IsEmpty: false } plan
                ? new TargetCheckOutcome.Refused(plan.ToFault())
                : reached,
            JiraScreenRead.NotOffered notOffered => new TargetCheckOutcome.Refused(notOffered.Fault),
            JiraScreenRead.Failed failed => Reads(settings).ToCheck(failed.Result, static _ => null),
            _ => throw new InvalidOperationException("JiraScreenRead is a closed set."),
        };
    }

    public async Task<FieldsOutcome> DiscoverFieldsAsync(CheckTargetRequest request, CancellationToken cancellationToken)
    {
        if (Read(request.Target, request.Credential, out var fault) is not { } settings)
        {
            return new FieldsOutcome.Refused(fault!);
        }

        return await _screens.RefreshAsync(request.AccountId, request.Target, settings, cancellationToken).ConfigureAwait(false) switch
        {
            JiraScreenRead.Found found => new FieldsOutcome.Found(JiraFieldPlan.Describe(settings, found.Screen)),
            JiraScreenRead.NotOffered notOffered => new FieldsOutcome.Refused(notOffered.Fault),
            JiraScreenRead.Failed failed => Reads(settings).ToFields(failed.Result, static _ => null),
            _ => throw new InvalidOperationException("JiraScreenRead is a closed set."),
        };
    }

    /// <summary>Whether Jira knows the credentials and shows them the project.</summary>
    private async Task<TargetCheckOutcome> ReachAsync(JiraTargetSettings settings, CancellationToken cancellationToken)
    {
        var who = await _client.MyselfAsync(settings, cancellationToken).ConfigureAwait(false);
        var known = JiraErrorMap.OutcomesOfIdentity(settings, _time).ToCheck(
            who,
            static answer => answer.TryReadJson(JiraJsonContext.Default.JiraUser, out var user) && (user.AccountId ?? user.Key ?? user.Name) is { } id
                ? new TargetCheckOutcome.Connected(user.DisplayName ?? id, [])
                : null);
        if (known is not TargetCheckOutcome.Connected { Identity: var identity })
        {
            return known;
        }

        var where = await _client.ProjectAsync(settings, cancellationToken).ConfigureAwait(false);
        return Reads(settings).ToCheck(
            where,
            answer => answer.TryReadJson(JiraJsonContext.Default.JiraProject, out var project) && project.Key is { } key
                ? new TargetCheckOutcome.Connected(identity, [project.Name ?? key])
                : null);
    }

    private async Task<TargetCheckOutcome?> CheckPermissionsAsync(JiraTargetSettings settings, CancellationToken cancellationToken)
    {
        var result = await _client.PermissionsAsync(settings, string.Join(',', Needed), cancellationToken).ConfigureAwait(false);
        var outcome = Reads(settings).ToCheck(result, answer => answer.TryReadJson(JiraJsonContext.Default.JiraPermissions, out var given) && given.Permissions is { } permissions
            ? Array.Find(Needed, name => permissions.TryGetValue(name, out var permission) && !permission.HavePermission) is { } lacking
                ? new TargetCheckOutcome.Refused(Lacking(settings, lacking))
                : new TargetCheckOutcome.Connected("", [])
            : null);
        return outcome is TargetCheckOutcome.Connected ? null : outcome;
    }

    private static ProviderFault Lacking(JiraTargetSettings settings, string permission) => new()
    {
        Reason = FailureReason.Permission,
        Message = $"The credentials lack the permission {permission} in the project. Grant it, or change {settings.Words.CredentialSetting}.",
        ProviderErrorCode = permission,
        Setting = settings.Words.CredentialSetting,
    };
}
