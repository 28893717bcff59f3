using TicketExport.Providers.GitHub.Internal;

namespace TicketExport.Providers.GitHub;

public sealed class GitHubTicketMapperTests
{
    [Fact]
    public void Labels_keep_to_the_rules_of_GitHub()
    {
        var labels = GitHubLabels.Normalise(["Bug", "bug", " a, b ", "", "two\nlines", new string('x', 50)]);

        Assert.Equal(["Bug", "a  b", "two lines", new string('x', 50)], labels.ToArray());
    }

    [Fact]
    public void Long_labels_with_one_beginning_stay_two()
    {
        var beginning = new string('x', 60);

        var labels = GitHubLabels.Normalise([$"{beginning}1", $"{beginning}2", $"{beginning}1"]);

        Assert.Equal(2, labels.Length);
        Assert.All(labels, static label => Assert.InRange(label.Length, 10, 50));
    }

    [Fact]
    public void A_ticket_has_the_marker_label_those_of_the_target_the_priority_and_the_document_in_that_order()
    {
        var settings = Settings(new("labels", "security, shop"), new("priority.high", "P1"), new("priority.low", "P3"));

        Assert.Equal(["ticketexport", "security", "shop", "P1"], GitHubTicketMapper.LabelsOf(TestExport.Document(), settings).ToArray());
    }

    [Fact]
    public void More_than_a_hundred_labels_are_cut_to_a_hundred_and_the_marker_stays()
    {
        var document = TestExport.Document() with { Labels = [.. Enumerable.Range(0, 150).Select(static number => $"label-{number}")] };

        var labels = GitHubTicketMapper.LabelsOf(document, Settings());

        Assert.Equal((100, "ticketexport"), (labels.Length, labels[0]));
    }

    [Theory]
    [InlineData("octocat", "octocat")]
    [InlineData("@octocat", "octocat")]
    [InlineData("Maria Example", null)]
    [InlineData("maria@example.test", null)]
    [InlineData(null, null)]
    public void An_assignee_of_the_document_counts_where_it_can_be_a_login(string? named, string? login) =>
        Assert.Equal(login, GitHubTicketMapper.AssigneeOf(TestExport.Document() with { Assignee = named }));

    [Fact]
    public void The_stamp_of_a_comment_holds_nothing_of_the_hosts_id()
    {
        var stamp = GitHubTicketMapper.CommentStampOf("--> <script> \u202E");

        Assert.Matches("^<!-- ticketexport-comment-[0-9a-f]{64} -->$", stamp);
        Assert.NotEqual(stamp, GitHubTicketMapper.CommentStampOf("--> <script>"));
    }

    private static GitHubTargetSettings Settings(params KeyValuePair<string, string>[] settings) =>
        GitHubTargetSettingsTests.Read([new("repository", "a/b"), .. settings], [new("token", "t")], out _)!;
}
