using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TicketExport.AspNetCore.Protocol;

namespace TicketExport.AspNetCore.Internal;

/// <summary>The routes of one type of source, with what an API description says of them.</summary>
internal static class SourceRoutes
{
    public static void Map(RouteGroupBuilder account, string segment, string sourceType)
    {
        var source = account.MapGroup($"{segment}/{{sourceId}}").WithMetadata(new SourceRoute(sourceType));
        MapTicket(source, sourceType);
        MapThread(source, sourceType);
        MapReview(source, sourceType);
    }

    private static void MapTicket(RouteGroupBuilder source, string sourceType)
    {
        source.MapPost("ticket", TicketEndpoints.CreateAsync).WithName($"create_ticket_of_{sourceType}")
            .WithSummary("Creates the ticket of the source and links it. Takes no body.")
            .Produces<LinkBody>(StatusCodes.Status201Created)
            .Produces<LinkBody>(StatusCodes.Status200OK)
            .Produces<LinkBody>(StatusCodes.Status202Accepted)
            .WithProblems(Status.OfChange);
        source.MapGet("ticket", TicketEndpoints.GetAsync).WithName($"get_ticket_of_{sourceType}")
            .WithSummary("Reads the link of the source.")
            .Produces<LinkBody>()
            .WithProblems(Status.OfRead);
        source.MapPost("ticket/close", TicketEndpoints.CloseAsync).WithName($"close_ticket_of_{sourceType}")
            .WithSummary("Closes the ticket at its tracker. The link stays, and nothing is said about the source.")
            .Accepts<ReasonBody>(isOptional: true, ApiAnswer.Json)
            .Produces<LinkBody>()
            .Produces<LinkBody>(StatusCodes.Status202Accepted)
            .WithProblems(Status.OfChange);
        source.MapDelete("ticket", TicketEndpoints.UnlinkAsync).WithName($"unlink_ticket_of_{sourceType}")
            .WithSummary("Ends the link and leaves the ticket as it is.")
            .Produces(StatusCodes.Status204NoContent)
            .WithProblems(Status.OfChange);
    }

    private static void MapThread(RouteGroupBuilder source, string sourceType)
    {
        source.MapGet("comments", CommentEndpoints.ListAsync).WithName($"list_comments_of_{sourceType}")
            .WithSummary("Lists the thread of the source, the oldest comment first.")
            .Produces<CommentPageBody>()
            .WithProblems(Status.OfRead);
        source.MapPost("comments", CommentEndpoints.AddAsync).WithName($"add_comment_to_{sourceType}")
            .WithSummary("Adds a comment and brings it to the linked ticket.")
            .Accepts<CommentDraftBody>(ApiAnswer.Json)
            .Produces<CommentAnswerBody>(StatusCodes.Status201Created)
            .WithProblems(Status.OfChange);
    }

    private static void MapReview(RouteGroupBuilder source, string sourceType)
    {
        source.MapGet("review", ReviewEndpoints.ReviewAsync).WithName($"review_{sourceType}")
            .WithSummary("Looks at the source before it is exported. Creates and approves nothing.")
            .Produces<ReviewBody>()
            .WithProblems(Status.OfRead);
        source.MapPost("approve", ReviewEndpoints.ApproveAsync).WithName($"approve_{sourceType}")
            .WithSummary("Approves the source for export when nothing holds it up; a worker sends it.")
            .Accepts<ApproveBody>(isOptional: true, ApiAnswer.Json)
            .Produces<ApprovalBody>(StatusCodes.Status202Accepted)
            .Produces<ApprovalBody>()
            .Produces<ApprovalBody>(StatusCodes.Status409Conflict)
            .WithProblems(Status.OfApproval);
    }
}
