using System.Collections.Frozen;
using System.Collections.Immutable;
using TicketExport.Providers;

namespace TicketExport.Http;

/// <summary>Reads a target's settings and secrets for an adapter, and collects everything that is wrong with them.</summary>
/// <remarks>
/// Made for one reading: an adapter reads all it needs into a record of its own, then looks at <see cref="Problems"/>. Names
/// settings as <see cref="TargetProblem.Setting"/> does and never repeats a secret. Not thread-safe.
/// </remarks>
public sealed partial class TargetSettingsReader
{
    /// <summary>The setting that says where the address may lie, in the words of <see cref="NetworkPolicy"/>.</summary>
    public const string NetworkPolicySetting = "network_policy";

    private readonly TicketTarget _target;
    private readonly TicketCredential _credential;
    private readonly ImmutableArray<TargetProblem>.Builder _problems = ImmutableArray.CreateBuilder<TargetProblem>();

    /// <summary>Starts a reading.</summary>
    /// <param name="target">The target.</param>
    /// <param name="credential">Its secrets.</param>
    public TargetSettingsReader(TicketTarget target, TicketCredential credential)
    {
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(credential);
        (_target, _credential) = (target, credential);
    }

    /// <summary>What is wrong so far, in the order of reading.</summary>
    public ImmutableArray<TargetProblem> Problems => _problems.ToImmutable();

    /// <summary>Whether nothing is wrong so far.</summary>
    public bool IsUsable => _problems.Count == 0;

    /// <summary>The networks that the target may reach.</summary>
    public NetworkPolicy ReadNetworkPolicy()
    {
        if (NetworkPolicy.TryParse(ReadText(NetworkPolicySetting), out var policy, out var problem))
        {
            return policy;
        }

        AddSetting(NetworkPolicySetting, problem);
        return NetworkPolicy.Public;
    }

    /// <summary>The tracker's root address, checked without a network. It has no query.</summary>
    /// <param name="network">The target's policy.</param>
    /// <param name="fallback">The address of a tracker that has but one; <see langword="null"/> where the target must name it.</param>
    /// <returns><see langword="null"/> when it cannot be used.</returns>
    public Uri? ReadAddress(NetworkPolicy network, Uri? fallback = null)
    {
        var address = _target.BaseUrl ?? fallback;
        if ((TargetAddress.FindProblem(address, network) ?? (address!.Query.Length > 0 ? "it has a query" : null)) is not { } problem)
        {
            return address;
        }

        Add(new(TicketHttpWords.AddressSetting, FailureReason.UnsafeAddress, $"The tracker's address cannot be used: {problem}. Set BaseUrl to its final https address."));
        return null;
    }

    /// <summary>A setting's text, without white space around it.</summary>
    /// <param name="name">The setting's name.</param>
    /// <returns><see langword="null"/> when it is not set or empty.</returns>
    public string? ReadText(string name) =>
        _target.Settings.GetValueOrDefault(name)?.Trim() is { Length: > 0 } text ? text : null;

    /// <summary>A setting that must be there.</summary>
    /// <param name="name">The setting's name.</param>
    /// <param name="fix">What to set it to, such as "Set it to the key of the project."</param>
    /// <returns>The text; empty, with a problem noted, when it is not set.</returns>
    public string ReadRequired(string name, string fix)
    {
        if (ReadText(name) is { } text)
        {
            return text;
        }

        Add(new($"Settings:{name}", FailureReason.MappingIncomplete, $"{name} is not set. {fix}"));
        return "";
    }

    /// <summary>A setting that holds several texts, parted by commas; without empty ones and repetitions.</summary>
    /// <param name="name">The setting's name.</param>
    public ImmutableArray<string> ReadList(string name) =>
        [.. (ReadText(name) ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.Ordinal)];

    /// <summary>A setting that is one of a few words.</summary>
    /// <param name="name">The setting's name.</param>
    /// <param name="words">The words and what they mean; compared without case if the dictionary is.</param>
    /// <param name="fallback">What holds when it is not set.</param>
    public T ReadChoice<T>(string name, FrozenDictionary<string, T> words, T fallback)
    {
        ArgumentNullException.ThrowIfNull(words);
        if (ReadText(name) is not { } text)
        {
            return fallback;
        }

        if (words.TryGetValue(text, out var value))
        {
            return value;
        }

        AddSetting(name, $"Set it to one of {string.Join(", ", words.Keys.Order(StringComparer.Ordinal))}, or leave it out.");
        return fallback;
    }

    /// <summary>A setting that is <c>true</c> or <c>false</c>.</summary>
    /// <param name="name">The setting's name.</param>
    /// <param name="fallback">What holds when it is not set.</param>
    public bool ReadFlag(string name, bool fallback = false)
    {
        if (ReadText(name) is not { } text)
        {
            return fallback;
        }

        if (bool.TryParse(text, out var value))
        {
            return value;
        }

        AddSetting(name, "Set it to true or false, or leave it out.");
        return fallback;
    }

    /// <summary>A secret that may be there.</summary>
    /// <param name="name">The secret's name.</param>
    public string? ReadSecret(string name) => _credential.TryGet(name, out var secret) ? secret : null;

    /// <summary>A secret that must be there.</summary>
    /// <param name="name">The secret's name.</param>
    /// <param name="fix">What to set it to, such as "Set it to a personal access token."</param>
    /// <returns>The secret; empty, with a problem noted, when it is not set.</returns>
    public string ReadRequiredSecret(string name, string fix)
    {
        if (ReadSecret(name) is { } secret)
        {
            return secret;
        }

        AddSecret(name, $"Credentials:{name} is not set. {fix}");
        return "";
    }

    /// <summary>Notes that a setting's value is not allowed.</summary>
    /// <param name="name">The setting's name.</param>
    /// <param name="fix">What to set it to, as a sentence.</param>
    public void AddSetting(string name, string fix) =>
        Add(new($"Settings:{name}", FailureReason.Configuration, $"The value of {name} is not allowed. {fix}"));

    /// <summary>Notes that a secret is missing or cannot be used.</summary>
    /// <param name="name">The secret's name.</param>
    /// <param name="message">What is wrong and what to set, as sentences; never the secret.</param>
    public void AddSecret(string name, string message) => Add(new($"Credentials:{name}", FailureReason.Configuration, message));

    /// <summary>Notes a problem.</summary>
    /// <param name="problem">The problem.</param>
    public void Add(TargetProblem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        _problems.Add(problem);
    }
}
