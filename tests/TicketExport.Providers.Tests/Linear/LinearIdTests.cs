using TicketExport.Identity;
using TicketExport.Providers.Linear.Internal;

namespace TicketExport.Providers.Linear;

public sealed class LinearIdTests
{
    private const string Organization = "dc844923-f9a4-40a3-825c-dea7747e57d6";

    private static readonly IdempotencyKey Key = IdempotencyKey.Parse(new string('a', 64));

    [Fact]
    public void An_id_is_a_UUID_of_version_4_in_lower_case_for_any_key()
    {
        for (var n = 0; n < 500; n++)
        {
            Assert.Matches("^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$", LinearId.OfComment(Organization, $"c-{n}"));
        }
    }

    // Computed by other means: an id that changes with a version of this package would make a second issue.
    [Fact]
    public void An_id_stays_the_same_over_versions()
    {
        Assert.Equal("cd3d3f26-00cc-4bb9-b66a-a98aecf178ee", LinearId.OfIssue(Organization, Key));
        Assert.Equal("bce9c997-e91a-40cd-945e-a0855d31c9bd", LinearId.OfComment("7f0c3a52-1f6e-4c0b-9a5e-0d8f4b1c2d3e", "c-1"));
        Assert.Equal("e208be7b-336e-46a0-95f1-2db6cde5d9b4", LinearId.OfLabel("9cfb482a-81e3-4154-b5b9-2c805e70a02d", "security"));
    }

    [Fact]
    public void Workspace_export_and_kind_each_make_another_id()
    {
        string[] ids =
        [
            LinearId.OfIssue(Organization, Key),
            LinearId.OfIssue("other", Key),
            LinearId.OfIssue(Organization, IdempotencyKey.Parse(new string('b', 64))),
            LinearId.OfComment(Organization, Key.Value),
            LinearId.OfLabel(Organization, Key.Value),
            LinearId.OfComment("ab", "c"),
            LinearId.OfComment("a", "bc"),
        ];

        Assert.Equal(ids.Length, ids.Distinct(StringComparer.Ordinal).Count());
    }
}
