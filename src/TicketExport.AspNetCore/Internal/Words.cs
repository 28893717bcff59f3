using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using TicketExport.Ledger;
using TicketExport.Review;

namespace TicketExport.AspNetCore.Internal;

/// <summary>The words of values where they are not properties of a body: in lists, in queries and as reasons.</summary>
internal static class Words
{
    private static readonly FrozenDictionary<string, ExportStatus> Statuses = Read(WordJsonContext.Default.ExportStatus);
    private static readonly FrozenDictionary<string, ReadinessKey> Keys = Read(WordJsonContext.Default.ReadinessKey);

    public static string Of(NextStep step) => Of(step, WordJsonContext.Default.NextStep);

    public static string Of(ReadinessKey key) => Of(key, WordJsonContext.Default.ReadinessKey);

    public static string Of(DecisionOutcome outcome) => Of(outcome, WordJsonContext.Default.DecisionOutcome);

    public static string Of(LinkOutcome outcome) => Of(outcome, WordJsonContext.Default.LinkOutcome);

    public static ExportStatus? StatusOf(string word) => Statuses.TryGetValue(word, out var status) ? status : null;

    public static ReadinessKey? KeyOf(string word) => Keys.TryGetValue(word, out var key) ? key : null;

    public static string AllStatuses => string.Join(", ", Statuses.Keys.Order(StringComparer.Ordinal));

    private static string Of<T>(T value, JsonTypeInfo<T> contract) => JsonSerializer.Serialize(value, contract).Trim('"');

    // The first value of an enumeration means that it is not set.
    private static FrozenDictionary<string, T> Read<T>(JsonTypeInfo<T> contract)
        where T : struct, Enum =>
        Enum.GetValues<T>().Skip(1).ToFrozenDictionary(value => Of(value, contract), StringComparer.Ordinal);
}
