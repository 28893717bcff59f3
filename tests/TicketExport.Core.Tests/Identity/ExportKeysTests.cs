using TicketExport.Core.Tests.Vectors;
using TicketExport.Identity;

namespace TicketExport.Core.Tests.Identity;

public sealed class ExportKeysTests
{
    [Fact]
    [Trait("Behaviour", "S80")]
    [Trait("Behaviour", "S81")]
    [Trait("Behaviour", "S340")]
    public void Retry_has_the_same_keys()
    {
        var first = ExportKeys.Compute(Sources.Account(), Sources.Source(), Sources.Target(), 1);
        var edited = Sources.Source() with { Title = "Edited between the tries", Status = "triaged" };
        var retry = ExportKeys.Compute(Sources.Account(), edited, Sources.Target(), 1);

        Assert.Equal(first, retry);
        Assert.Equal(first.IdempotencyKey.Value, retry.IdempotencyKey.Value);
        Assert.Equal(first.Marker.Value, retry.Marker.Value);
    }

    [Fact]
    [Trait("Behaviour", "S341")]
    public void Different_logical_exports_have_different_keys() =>
        Assert.Distinct(
        [
            Key("42", "1001", "jira-main", 1), Key("43", "1001", "jira-main", 1), Key("42", "1002", "jira-main", 1),
            Key("42", "1001", "github-main", 1), Key("42", "1001", "jira-main", 2), Key("42", "1001", "Jira-main", 1),
        ]);

    [Fact]
    public void Provider_address_and_settings_of_the_target_do_not_count()
    {
        var target = Sources.Target();
        var moved = target with
        {
            ProviderKey = "github",
            BaseUrl = new Uri("https://tracker.example.com/"),
            Settings = target.Settings.Add("project", "OPS"),
        };

        Assert.Equal(
            ExportKeys.Compute(Sources.Account(), Sources.Source(), target, 1),
            ExportKeys.Compute(Sources.Account(), Sources.Source(), moved, 1));
    }

    [Fact]
    public void Published_guard_keys_hold() =>
        Assert.All(VectorFile.Identity.GuardKeys, vector => Assert.Equal(
            vector.GuardKey,
            ExportKeys.GuardKeyOf(
                DuplicateFingerprint.Parse(vector.Fingerprint),
                Sources.Target(vector.TargetId, Enum.Parse<LinkScope>(vector.LinkScope)))));

    [Theory]
    [InlineData(LinkScope.Unknown, true)]
    [InlineData(LinkScope.PerSource, true)]
    [InlineData(LinkScope.PerTarget, false)]
    public void Two_targets_share_a_guard_only_where_links_are_per_source(LinkScope scope, bool shared)
    {
        var fingerprint = DuplicateFingerprint.Compute(Sources.Account(), Sources.Source());

        Assert.Equal(
            shared,
            ExportKeys.GuardKeyOf(fingerprint, Sources.Target("a", scope)) == ExportKeys.GuardKeyOf(fingerprint, Sources.Target("b", scope)));
    }

    [Fact]
    public void Generation_changes_key_and_marker_but_neither_fingerprint_nor_guard()
    {
        var first = ExportKeys.Compute(Sources.Account(), Sources.Source(), Sources.Target(scope: LinkScope.PerTarget), 1);
        var second = ExportKeys.Compute(Sources.Account(), Sources.Source(), Sources.Target(scope: LinkScope.PerTarget), 2);

        Assert.NotEqual(first.IdempotencyKey, second.IdempotencyKey);
        Assert.NotEqual(first.Marker, second.Marker);
        Assert.Equal(first.Fingerprint, second.Fingerprint);
        Assert.Equal(first.GuardKey, second.GuardKey);
        Assert.Equal(2, second.Generation);
    }

    [Fact]
    [Trait("Fault", "F175")]
    public void Target_id_that_a_ledger_could_not_tell_apart_is_refused()
    {
        var fingerprint = DuplicateFingerprint.Compute(Sources.Account(), Sources.Source());

        Assert.All(["", "a\ud800", "a\udc00"], targetId =>
        {
            Assert.Throws<ArgumentException>(() => ExportKeys.GuardKeyOf(fingerprint, Sources.Target(targetId, LinkScope.PerTarget)));
            Assert.Throws<ArgumentException>(() => ExportKeys.Compute(Sources.Account(), Sources.Source(), Sources.Target(targetId), 1));
        });
    }

    private static string Key(string account, string record, string target, int generation) =>
        ExportKeys.Compute(Sources.Account(account), Sources.Source(recordId: record), Sources.Target(target), generation).IdempotencyKey.Value;
}
