using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using TicketExport;
using TicketExport.Contract;
using TicketExport.Http;
using TicketExport.Providers;
using TicketExport.States;

namespace CustomProvider.Internal;

// A target and its credential, read into what a request needs. Reading names every problem at once.
internal sealed record RedmineTargetSettings
{
    public required TicketHttpAccess Access { get; init; }

    public required string Project { get; init; }

    public long? TrackerId { get; init; }

    public long? AssigneeId { get; init; }

    public long? ClosedStatusId { get; init; }

    public long? OpenStatusId { get; init; }

    public FrozenDictionary<string, ProviderStatus> Statuses { get; init; } = FrozenDictionary<string, ProviderStatus>.Empty;

    public bool PrivateNotes { get; init; }

    public ImmutableDictionary<TicketPriority, long> Priorities { get; init; } = ImmutableDictionary<TicketPriority, long>.Empty;

    public static RedmineTargetSettings? Read(TicketTarget target, TicketCredential credential, out ImmutableArray<TargetProblem> problems)
    {
        var reader = new TargetSettingsReader(target, credential);
        var network = reader.ReadNetworkPolicy();
        var root = reader.ReadAddress(network);
        var key = reader.ReadRequiredSecret(RedmineDefaults.ApiKeyCredential, "Set it to the API access key on the account page of the user that writes tickets.");
        var project = reader.ReadRequired(RedmineDefaults.ProjectSetting, "Set it to the project's identifier, as it stands in the project's address.");
        var settings = new RedmineTargetSettings
        {
            Access = new TicketHttpAccess(root ?? new Uri("https://unusable.invalid/"), network).WithHeader("X-Redmine-API-Key", key),
            Project = project,
            TrackerId = ReadNumber(reader, RedmineDefaults.TrackerSetting),
            AssigneeId = ReadNumber(reader, RedmineDefaults.AssigneeSetting),
            ClosedStatusId = ReadNumber(reader, RedmineDefaults.ClosedStatusSetting),
            OpenStatusId = ReadNumber(reader, RedmineDefaults.OpenStatusSetting),
            Statuses = reader.ReadStatuses(),
            PrivateNotes = reader.ReadFlag(RedmineDefaults.PrivateNotesSetting),
            Priorities = ReadPriorities(reader),
        };
        problems = reader.Problems;
        return reader.IsUsable ? settings : null;
    }

    private static ImmutableDictionary<TicketPriority, long> ReadPriorities(TargetSettingsReader reader)
    {
        var numbers = ImmutableDictionary.CreateBuilder<TicketPriority, long>();
        foreach (var priority in reader.ReadPriorities().Keys)
        {
            if (ReadNumber(reader, TargetSettingsReader.PriorityPrefix + TargetSettingsReader.WordOf(priority)) is { } number)
            {
                numbers.Add(priority, number);
            }
        }

        return numbers.ToImmutable();
    }

    private static long? ReadNumber(TargetSettingsReader reader, string name)
    {
        if (reader.ReadText(name) is not { } text)
        {
            return null;
        }

        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        reader.AddSetting(name, "Set it to the number that Redmine shows in the address of its administration page.");
        return null;
    }
}
