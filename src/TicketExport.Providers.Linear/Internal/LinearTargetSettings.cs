using System.Collections.Frozen;
using System.Collections.Immutable;
using TicketExport.Contract;
using TicketExport.Http;
using TicketExport.States;

namespace TicketExport.Providers.Linear.Internal;

/// <summary>A target and its credential, read into what requests need. Reading names every problem at once.</summary>
internal sealed record LinearTargetSettings
{
    private const string ApiKeyPrefix = "lin_api_";
    private const string TokenPrefix = "lin_oauth_";

    private static readonly Uri WebAddress = new("https://linear.app/");

    private static readonly FrozenDictionary<string, int> PriorityWords = new Dictionary<string, int>
    {
        ["none"] = 0,
        ["urgent"] = 1,
        ["high"] = 2,
        ["medium"] = 3,
        ["low"] = 4,
        ["0"] = 0,
        ["1"] = 1,
        ["2"] = 2,
        ["3"] = 3,
        ["4"] = 4,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<TicketPriority, int> OwnPriorities = new Dictionary<TicketPriority, int>
    {
        [TicketPriority.Urgent] = 1,
        [TicketPriority.High] = 2,
        [TicketPriority.Medium] = 3,
        [TicketPriority.Low] = 4,
        [TicketPriority.None] = 0,
    }.ToFrozenDictionary();

    public required TicketHttpAccess Access { get; init; }

    public required TicketHttpWords Words { get; init; }

    /// <summary>Scheme, host and port of the addresses that people open.</summary>
    public required Uri WebOrigin { get; init; }

    public required string Team { get; init; }

    public string? Project { get; init; }

    public ImmutableArray<string> Labels { get; init; } = [];

    public bool CreateLabels { get; init; }

    public string? Assignee { get; init; }

    public string? CloseState { get; init; }

    public string? ReopenState { get; init; }

    public required FrozenDictionary<TicketPriority, int> Priorities { get; init; }

    /// <summary>What the target says of statuses, by their names or types.</summary>
    public required FrozenDictionary<string, ProviderStatus> Statuses { get; init; }

    public static bool IsUuid(string text) => Guid.TryParseExact(text, "D", out _);

    public static bool IsEmail(string text) =>
        text.Length <= ContractLimits.LabelLength && text.IndexOf('@', StringComparison.Ordinal) is var at && at > 0 && at < text.Length - 1 && !text.Any(char.IsWhiteSpace);

    /// <summary>Scheme, host and port of the addresses that people open, for an API's address.</summary>
    public static Uri WebOriginOf(Uri api) => api.Host == LinearDefaults.ApiAddress.Host ? WebAddress : api;

    public static LinearTargetSettings? Read(TicketTarget target, TicketCredential credential, out ImmutableArray<TargetProblem> problems)
    {
        var reader = new TargetSettingsReader(target, credential);
        var network = reader.ReadNetworkPolicy();
        var address = reader.ReadAddress(network, LinearDefaults.ApiAddress);
        var team = ReadTeam(reader);
        var (header, credentialName) = ReadAuthorization(reader);
        var settings = new LinearTargetSettings
        {
            Access = new TicketHttpAccess(RootOf(address ?? LinearDefaults.ApiAddress), network).WithHeader("Authorization", header),
            Words = new TicketHttpWords("Linear", $"Credentials:{credentialName}", $"Settings:{LinearDefaults.TeamSetting}"),
            WebOrigin = WebOriginOf(address ?? LinearDefaults.ApiAddress),
            Team = team,
            Project = ReadProject(reader),
            Labels = reader.ReadList(LinearDefaults.LabelsSetting),
            CreateLabels = reader.ReadFlag(LinearDefaults.CreateLabelsSetting),
            Assignee = ReadAssignee(reader),
            CloseState = reader.ReadText(LinearDefaults.CloseStateSetting),
            ReopenState = reader.ReadText(LinearDefaults.ReopenStateSetting),
            Priorities = ReadPriorities(reader),
            Statuses = reader.ReadStatuses(),
        };
        _ = LinearWebhookReader.ReadTolerance(reader);
        problems = reader.Problems;
        return problems.IsEmpty ? settings : null;
    }

    // A pasted address often ends in the path that every request has.
    private static Uri RootOf(Uri address) =>
        address.AbsolutePath.TrimEnd('/').EndsWith($"/{LinearClient.Path}", StringComparison.Ordinal) ? new Uri(address, "./") : address;

    private static string ReadTeam(TargetSettingsReader reader)
    {
        const string Fix = "Set it to the team's key, such as ENG, or to its id.";
        var team = reader.ReadRequired(LinearDefaults.TeamSetting, Fix);
        if (team.Length > 0 && !RemoteText.IsCode(team))
        {
            reader.AddSetting(LinearDefaults.TeamSetting, Fix);
        }

        return IsUuid(team) ? team.ToLowerInvariant() : team.ToUpperInvariant();
    }

    private static string? ReadProject(TargetSettingsReader reader)
    {
        var project = reader.ReadText(LinearDefaults.ProjectSetting);
        if (project is not null && !IsUuid(project))
        {
            reader.AddSetting(LinearDefaults.ProjectSetting, "Set it to the project's id, a UUID, or leave it out.");
        }

        return project?.ToLowerInvariant();
    }

    private static string? ReadAssignee(TargetSettingsReader reader)
    {
        var assignee = reader.ReadText(LinearDefaults.AssigneeSetting);
        if (assignee is not null && !IsUuid(assignee) && !IsEmail(assignee))
        {
            reader.AddSetting(LinearDefaults.AssigneeSetting, "Set it to a user's e-mail address or id, or leave it out.");
        }

        return assignee;
    }

    private static (string Header, string Name) ReadAuthorization(TargetSettingsReader reader)
    {
        if (reader.ReadSecret(LinearDefaults.TokenCredential) is { } token)
        {
            if (token.StartsWith(ApiKeyPrefix, StringComparison.Ordinal))
            {
                reader.AddSecret(LinearDefaults.TokenCredential, "Credentials:token holds a personal API key. Move it to Credentials:api_key.");
            }

            return ($"Bearer {token}", LinearDefaults.TokenCredential);
        }

        var key = reader.ReadRequiredSecret(LinearDefaults.ApiKeyCredential, "Set it to a personal API key, or set Credentials:token to an OAuth access token.");
        if (key.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) || key.StartsWith(TokenPrefix, StringComparison.Ordinal))
        {
            reader.AddSecret(LinearDefaults.ApiKeyCredential, "Credentials:api_key holds an OAuth access token. Move it to Credentials:token, without the word Bearer.");
        }

        return (key, LinearDefaults.ApiKeyCredential);
    }

    private static FrozenDictionary<TicketPriority, int> ReadPriorities(TargetSettingsReader reader)
    {
        var priorities = new Dictionary<TicketPriority, int>(OwnPriorities);
        foreach (var ours in reader.ReadPriorities().Keys)
        {
            priorities[ours] = reader.ReadChoice(TargetSettingsReader.PriorityPrefix + TargetSettingsReader.WordOf(ours), PriorityWords, OwnPriorities[ours]);
        }

        return priorities.ToFrozenDictionary();
    }
}
