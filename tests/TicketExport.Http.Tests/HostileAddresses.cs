using System.Text.Json;

namespace TicketExport.Http;

/// <summary>TestData/hostile-addresses.json: addresses by the rule that refuses them; <c>{port}</c> stands for the port of a listener.</summary>
internal static class HostileAddresses
{
    public static IReadOnlyDictionary<string, string[]> ByRule { get; } = JsonSerializer.Deserialize<Dictionary<string, string[]>>(
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "TestData", "hostile-addresses.json")))!;

    public static IEnumerable<string> All => ByRule.Values.SelectMany(static addresses => addresses);

    public static string WithPort(string address, int port) =>
        address.Replace("{port}", port.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
}
