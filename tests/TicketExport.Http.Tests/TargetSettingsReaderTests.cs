using System.Collections.Frozen;
using System.Collections.Immutable;

namespace TicketExport.Http;

public sealed class TargetSettingsReaderTests
{
    private static readonly FrozenDictionary<string, int> Words = new Dictionary<string, int> { ["one"] = 1, ["two"] = 2 }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    [Fact]
    public void Everything_that_is_wrong_is_named_at_once_by_the_setting_to_change()
    {
        var reader = ReaderOf(new Uri("http://192.168.0.1/"), [("network_policy", "everywhere"), ("mode", "three"), ("flag", "yes")], []);

        reader.ReadAddress(reader.ReadNetworkPolicy());
        reader.ReadRequired("project", "Set it to the project's key.");
        reader.ReadChoice("mode", Words, 1);
        reader.ReadFlag("flag");
        reader.ReadRequiredSecret("token", "Set it to a token.");

        Assert.False(reader.IsUsable);
        Assert.Equal(
            [
                ("Settings:network_policy", FailureReason.Configuration),
                ("BaseUrl", FailureReason.UnsafeAddress),
                ("Settings:project", FailureReason.MappingIncomplete),
                ("Settings:mode", FailureReason.Configuration),
                ("Settings:flag", FailureReason.Configuration),
                ("Credentials:token", FailureReason.Configuration),
            ],
            reader.Problems.Select(static problem => (problem.Setting, problem.Reason)));
        Assert.Contains("one, two", reader.Problems[3].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_set_is_read_without_the_white_space_around_it()
    {
        var reader = ReaderOf(
            new Uri("https://tracker.example.test/"),
            [("project", " ABC "), ("labels", "a, b,,a"), ("mode", "TWO"), ("flag", "True"), ("empty", "  ")],
            [("token", "secret")]);

        Assert.Equal("https://tracker.example.test/", reader.ReadAddress(reader.ReadNetworkPolicy())?.AbsoluteUri);
        Assert.Equal("ABC", reader.ReadRequired("project", ""));
        Assert.Equal<string>(["a", "b"], reader.ReadList("labels"));
        Assert.Equal(2, reader.ReadChoice("mode", Words, 1));
        Assert.True(reader.ReadFlag("flag"));
        Assert.Null(reader.ReadText("empty"));
        Assert.Equal("secret", reader.ReadRequiredSecret("token", ""));
        Assert.True(reader.IsUsable);
    }

    [Fact]
    public void What_is_not_set_falls_back()
    {
        var reader = ReaderOf(null, [], []);

        Assert.Equal("https://api.example.test/", reader.ReadAddress(NetworkPolicy.Public, new Uri("https://api.example.test/"))?.AbsoluteUri);
        Assert.Equal(1, reader.ReadChoice("mode", Words, 1));
        Assert.True(reader.ReadFlag("flag", fallback: true));
        Assert.Empty(reader.ReadList("labels"));
        Assert.Null(reader.ReadSecret("token"));
        Assert.True(reader.IsUsable);
    }

    private static TargetSettingsReader ReaderOf(Uri? address, (string Name, string Value)[] settings, (string Name, string Value)[] secrets) => new(
        new TicketTarget
        {
            Id = "main",
            ProviderKey = "acme",
            BaseUrl = address,
            Settings = settings.ToImmutableDictionary(static one => one.Name, static one => one.Value, StringComparer.OrdinalIgnoreCase),
        },
        new TicketCredential(secrets.Select(static one => KeyValuePair.Create(one.Name, one.Value))));
}
