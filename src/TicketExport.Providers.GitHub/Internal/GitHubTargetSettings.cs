using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using TicketExport.Contract;
using TicketExport.Http;
using TicketExport.States;

namespace TicketExport.Providers.GitHub.Internal;

// A target and its credential, read into what a request needs. Not a record: those print their members, and one of these is a token.
internal sealed class GitHubTargetSettings
{
    private const string RepositoryFix = "Set it to owner/name, such as octocat/hello-world.";

    private static readonly FrozenDictionary<string, GitHubCloseReason> CloseReasons = new Dictionary<string, GitHubCloseReason>
    {
        ["completed"] = GitHubCloseReason.Completed,
        ["not_planned"] = GitHubCloseReason.NotPlanned,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public required GitHubServer Server { get; init; }

    public required NetworkPolicy Network { get; init; }

    public required string Owner { get; init; }

    public required string Name { get; init; }

    /// <summary>A token as it is; <see langword="null"/> for an app.</summary>
    public string? Token { get; init; }

    public GitHubAppCredential? App { get; init; }

    public ImmutableArray<string> Labels { get; init; } = [];

    public string? Assignee { get; init; }

    public long? Milestone { get; init; }

    public string? IssueType { get; init; }

    public GitHubCloseReason CloseReason { get; init; }

    public FrozenDictionary<TicketPriority, string> PriorityLabels { get; init; } = FrozenDictionary<TicketPriority, string>.Empty;

    /// <summary>What labels of open tickets say about them, by label without case.</summary>
    public FrozenDictionary<string, ProviderStatus> StatusLabels { get; init; } = FrozenDictionary<string, ProviderStatus>.Empty;

    public static string? WordOf(GitHubCloseReason reason) => CloseReasons.FirstOrDefault(word => word.Value == reason).Key;

    public static GitHubTargetSettings? Read(TicketTarget target, TicketCredential credential, out ImmutableArray<TargetProblem> problems)
    {
        var reader = new TargetSettingsReader(target, credential);
        var network = reader.ReadNetworkPolicy();
        var address = reader.ReadAddress(network, new Uri(GitHubDefaults.BaseUrl));
        var (owner, name) = ReadRepository(reader);
        var (token, app) = ReadCredential(reader);
        var settings = new GitHubTargetSettings
        {
            Server = GitHubServer.Of(address ?? new Uri(GitHubDefaults.BaseUrl)),
            Network = network,
            Owner = owner,
            Name = name,
            Token = token,
            App = app,
            Labels = ReadLabels(reader),
            Assignee = ReadAssignee(reader),
            Milestone = ReadNumber(reader, GitHubDefaults.MilestoneSetting, "Set it to the milestone's number, as its address shows it."),
            IssueType = reader.ReadText(GitHubDefaults.IssueTypeSetting),
            CloseReason = reader.ReadChoice(GitHubDefaults.CloseReasonSetting, CloseReasons, GitHubCloseReason.Completed),
            PriorityLabels = ReadPriorityLabels(reader),
            StatusLabels = reader.ReadStatuses(),
        };
        problems = reader.Problems;
        return reader.IsUsable ? settings : null;
    }

    /// <summary>A login as GitHub writes one; a leading <c>@</c> is left out.</summary>
    public static string? ReadLogin(string? text)
    {
        var login = text?.Trim().TrimStart('@');
        return login is { Length: > 0 and <= 100 } && login.All(static c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_') ? login : null;
    }

    public override string ToString() => $"{Owner}/{Name}";

    private static (string Owner, string Name) ReadRepository(TargetSettingsReader reader)
    {
        var text = reader.ReadRequired(GitHubDefaults.RepositorySetting, RepositoryFix);
        if (GitHubPlace.TryParseRepository(text, out var owner, out var name))
        {
            return (owner, name);
        }

        if (text.Length > 0)
        {
            reader.AddSetting(GitHubDefaults.RepositorySetting, RepositoryFix);
        }

        return ("", "");
    }

    private static (string? Token, GitHubAppCredential? App) ReadCredential(TargetSettingsReader reader)
    {
        if (reader.ReadSecret(GitHubDefaults.PrivateKeyCredential) is not { } key)
        {
            return (reader.ReadRequiredSecret(GitHubDefaults.TokenCredential, "Set it to a personal access token with the right \"Issues: write\", or set private_key to the key of a GitHub App."), null);
        }

        var appId = reader.ReadRequired(GitHubDefaults.AppIdSetting, "Set it to the id or client id of the GitHub App whose private_key is given.");
        var installation = ReadNumber(reader, GitHubDefaults.InstallationIdSetting, "Set it to the number of the app's installation, as its address shows it.");
        if (installation is null && reader.ReadText(GitHubDefaults.InstallationIdSetting) is null)
        {
            _ = reader.ReadRequired(GitHubDefaults.InstallationIdSetting, "Set it to the number of the app's installation, as its address shows it.");
        }

        if (!GitHubAppCredential.IsPrivateKey(key))
        {
            reader.AddSecret(GitHubDefaults.PrivateKeyCredential, "Credentials:private_key is no RSA private key. Set it to the PEM file that GitHub gave for the app, with its line breaks or with \\n in their place.");
        }

        return (null, new GitHubAppCredential(appId, installation ?? 0, key));
    }

    private static ImmutableArray<string> ReadLabels(TargetSettingsReader reader) => GitHubLabels.Normalise(reader.ReadList(GitHubDefaults.LabelsSetting));

    private static string? ReadAssignee(TargetSettingsReader reader)
    {
        if (reader.ReadText(GitHubDefaults.AssigneeSetting) is not { } text)
        {
            return null;
        }

        if (ReadLogin(text) is not { } login)
        {
            reader.AddSetting(GitHubDefaults.AssigneeSetting, "Set it to a login, such as octocat.");
            return null;
        }

        return login;
    }

    private static long? ReadNumber(TargetSettingsReader reader, string name, string fix)
    {
        if (reader.ReadText(name) is not { } text)
        {
            return null;
        }

        if (!long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < 1)
        {
            reader.AddSetting(name, fix);
            return null;
        }

        return number;
    }

    private static FrozenDictionary<TicketPriority, string> ReadPriorityLabels(TargetSettingsReader reader) => reader.ReadPriorities()
        .Select(static priority => (priority.Key, Labels: GitHubLabels.Normalise([priority.Value])))
        .Where(static priority => priority.Labels.Length == 1)
        .ToFrozenDictionary(static priority => priority.Key, static priority => priority.Labels[0]);
}
