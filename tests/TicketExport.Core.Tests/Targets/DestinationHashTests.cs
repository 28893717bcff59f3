using TicketExport.Core.Tests.Pipeline;
using TicketExport.Targets;

namespace TicketExport.Core.Tests.Targets;

public sealed class DestinationHashTests
{
    private static readonly TicketTarget Target = new() { Id = "board", ProviderKey = "scripted", BaseUrl = new Uri("https://tracker.example.test/a") };

    [Fact]
    [Trait("Behaviour", "S116")]
    public void Accounts_targets_addresses_and_settings_each_make_another_destination()
    {
        var sheet = new ScriptedProvider().Sheet with { DestinationSettings = ["project", "board"] };
        var project = Target with { Settings = Target.Settings.Add("Project", "x") };

        string[] hashes =
        [
            DestinationHash.Compute("acme", Target, sheet),
            DestinationHash.Compute("other", Target, sheet),
            DestinationHash.Compute("acme", Target with { Id = "second" }, sheet),
            DestinationHash.Compute("acme", Target with { BaseUrl = null }, sheet),
            DestinationHash.Compute("acme", Target with { BaseUrl = new Uri("https://tracker.example.test/b") }, sheet),
            DestinationHash.Compute("acme", Target, sheet with { Key = "another" }),
            DestinationHash.Compute("acme", project, sheet),
            DestinationHash.Compute("acme", Target with { Settings = Target.Settings.Add("board", "x") }, sheet),
        ];

        Assert.Equal(hashes.Length, hashes.Distinct().Count());
        Assert.Equal(hashes[6], DestinationHash.Compute("acme", project, sheet with { DestinationSettings = ["BOARD", "PROJECT"] }));
        Assert.Equal(hashes[0], DestinationHash.Compute("acme", Target with { ProviderKey = "alias", Settings = Target.Settings.Add("colour", "blue") }, sheet));
    }
}
