using Microsoft.Extensions.DependencyInjection;
using TicketExport.Comments;
using TicketExport.Ledger;
using TicketExport.Mock;

namespace TicketExport.Core.Tests.Comments;

public sealed class MockCommentTests
{
    [Fact]
    [Trait("Behaviour", "S198")]
    [Trait("Behaviour", "S199")]
    public async Task The_mock_answers_each_comment_with_a_reply_that_is_part_of_the_answer_and_of_the_thread()
    {
        await using var services = new ServiceCollection().AddTicketExport().AddMock().Services.BuildServiceProvider();
        await services.GetRequiredService<ITicketExporter>().ExportAsync(Documents.RequestFor(MockDefaults.Key));
        var comments = services.GetRequiredService<ITicketComments>();

        var first = await comments.AddAsync(CommentHarness.Draft("Is it fixed?", "c-1"));
        var second = await comments.AddAsync(CommentHarness.Draft("And now?", "c-2"));
        var again = await comments.AddAsync(CommentHarness.Draft("And now?", "c-2"));

        Assert.Equal("Echo: Is it fixed?", first.Echo!.Text);
        Assert.NotEqual(first.Echo.CommentId, second.Echo!.CommentId);
        Assert.Equal((CommentOutcomeKind.Delivered, null), (again.Outcome, again.Echo));
        var thread = (await comments.ListAsync("acme", CommentHarness.Source, new PageRequest())).Items;
        Assert.Equal(
            [("Echo: And now?", CommentOrigin.External), ("Echo: Is it fixed?", CommentOrigin.External), ("And now?", CommentOrigin.Internal), ("Is it fixed?", CommentOrigin.Internal)],
            thread.Select(static comment => (comment.Text, comment.Origin)).OrderBy(static comment => comment.Origin == CommentOrigin.Internal).ThenBy(static comment => comment.Text));
        Assert.Contains(thread, comment => comment.ExternalCommentId == first.Echo.CommentId);
    }
}
