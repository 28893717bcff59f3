namespace TicketExport.Http;

public sealed class TicketHttpPathTests
{
    [Theory]
    [InlineData("10001", "issue/10001/comment")]
    [InlineData("a/b", "issue/a%2Fb/comment")]
    [InlineData("a?x=1#y", "issue/a%3Fx%3D1%23y/comment")]
    [InlineData("%2e%2e", "issue/%252e%252e/comment")]
    [InlineData("ä b", "issue/%C3%A4%20b/comment")]
    [InlineData("...", "issue/.../comment")]
    [Trait("Fault", "F168")]
    public void A_hole_is_one_segment_whatever_it_holds(string id, string expected) =>
        Assert.Equal(expected, TicketHttpPath.Of($"issue/{id}/comment").ToString());

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData(null)]
    [Trait("Fault", "F168")]
    public void A_hole_that_would_lead_elsewhere_is_refused_with_what_to_do(string? id)
    {
        var exception = Assert.Throws<ArgumentException>(() => TicketHttpPath.Of($"issue/{id}"));

        Assert.Contains("RemoteText.IsId", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Numbers_and_parameters_are_written_without_culture_and_encoded() => Assert.Equal(
        "repos/12345/issues?state=all&q=a%20%26%20b&per_page=100",
        TicketHttpPath.Of($"repos/{12345}/issues").With("state", "all").With("none", null).With("q", "a & b").With("per_page", 100).ToString());

    [Fact]
    public void An_encoded_segment_stays_encoded_on_the_wire()
    {
        var access = new TicketHttpAccess(new Uri("https://tracker.example.test/api"));

        Assert.Equal(
            "https://tracker.example.test/api/projects/group%2Fname/%252e%252e",
            access.AddressOf(TicketHttpPath.Of($"projects/{"group/name"}/{"%2e%2e"}")).AbsoluteUri);
    }
}
