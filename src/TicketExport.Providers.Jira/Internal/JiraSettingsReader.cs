using System.Collections.Frozen;
using System.Collections.Immutable;
using TicketExport.Http;

namespace TicketExport.Providers.Jira.Internal;

internal static class JiraSettingsReader
{
    private static readonly FrozenDictionary<string, JiraDeployment> Deployments =
        new Dictionary<string, JiraDeployment> { ["cloud"] = JiraDeployment.Cloud, ["data_center"] = JiraDeployment.DataCenter }
            .ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, bool> Visibilities =
        new Dictionary<string, bool> { ["public"] = false, ["internal"] = true }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    public static string NameOf(JiraDeployment deployment) => deployment == JiraDeployment.DataCenter ? "data_center" : "cloud";

    /// <returns><see langword="null"/> when there are problems.</returns>
    public static JiraTargetSettings? Read(TicketTarget target, TicketCredential credential, out ImmutableArray<TargetProblem> problems)
    {
        var reader = new TargetSettingsReader(target, credential);
        var deployment = DeploymentOf(target, reader);
        var network = reader.ReadNetworkPolicy();
        var site = reader.ReadAddress(network);
        var api = ReadApi(reader, network, site);
        var project = ReadProject(reader);
        var issueType = reader.ReadRequired(JiraDefaults.IssueTypeSetting, "Set it to the name or the id of an issue type of the project, such as Task.");
        var markerField = ReadMarkerField(reader);
        var isInternal = reader.ReadChoice(JiraDefaults.CommentVisibilitySetting, Visibilities, false);
        var statuses = reader.ReadStatuses();
        _ = reader.ReadPriorities();
        var sign = JiraSignIn.Read(reader, deployment);
        problems = reader.Problems;
        return reader.IsUsable
            ? new()
            {
                Deployment = deployment,
                Access = sign.ApplyTo(new TicketHttpAccess(api!, network)),
                Site = site!.AbsolutePath.EndsWith('/') ? site : new Uri(site.AbsoluteUri + "/"),
                Words = new("Jira", sign.Setting, $"Settings:{JiraDefaults.ProjectSetting}"),
                Project = project,
                IssueType = issueType,
                MarkerField = markerField,
                Labels = reader.ReadList(JiraDefaults.LabelsSetting),
                CommentsAreInternal = isInternal,
                Statuses = statuses,
                All = target.Settings,
            }
            : null;
    }

    /// <summary>Which Jira a target is for, also where something else of it is wrong.</summary>
    public static JiraDeployment DeploymentOf(TicketTarget target) => DeploymentOf(target, new TargetSettingsReader(target, new TicketCredential([])));

    private static JiraDeployment DeploymentOf(TicketTarget target, TargetSettingsReader reader) =>
        reader.ReadChoice(JiraDefaults.DeploymentSetting, Deployments, DeploymentOf(target.ProviderKey));

    private static JiraDeployment DeploymentOf(string providerKey) =>
        providerKey.Replace('-', '_').Equals(JiraDefaults.DataCenterKey, StringComparison.OrdinalIgnoreCase) ? JiraDeployment.DataCenter : JiraDeployment.Cloud;

    private static Uri? ReadApi(TargetSettingsReader reader, NetworkPolicy network, Uri? site)
    {
        if (reader.ReadText(JiraDefaults.ApiUrlSetting) is not { } text)
        {
            return site;
        }

        if (TargetAddress.Check(text, network) is { IsSafe: true } && new Uri(text) is { Query.Length: 0 } api)
        {
            return api;
        }

        reader.Add(new(
            $"Settings:{JiraDefaults.ApiUrlSetting}",
            FailureReason.UnsafeAddress,
            $"{JiraDefaults.ApiUrlSetting} is not an address that can be used. Set it to https://api.atlassian.com/ex/jira/ and the cloud id, or leave it out."));
        return null;
    }

    private static string ReadProject(TargetSettingsReader reader)
    {
        var project = reader.ReadRequired(JiraDefaults.ProjectSetting, "Set it to the key or the id of the project, such as PROJ.");
        if (project.Length > 0 && !RemoteText.IsCode(project))
        {
            reader.AddSetting(JiraDefaults.ProjectSetting, "Set it to the key or the id of the project, such as PROJ.");
        }

        return project;
    }

    private static string? ReadMarkerField(TargetSettingsReader reader)
    {
        const string prefix = "customfield_";
        var field = reader.ReadText(JiraDefaults.MarkerFieldSetting);
        if (field is not null && !(field.StartsWith(prefix, StringComparison.Ordinal) && field.Length > prefix.Length && field.AsSpan(prefix.Length).IndexOfAnyExceptInRange('0', '9') < 0))
        {
            reader.AddSetting(JiraDefaults.MarkerFieldSetting, "Set it to the key of a short text field, such as customfield_10050, or leave it out.");
        }

        return field;
    }
}
