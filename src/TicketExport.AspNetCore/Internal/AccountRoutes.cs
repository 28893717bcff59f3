using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TicketExport.AspNetCore.Protocol;

namespace TicketExport.AspNetCore.Internal;

/// <summary>The routes that name no source, with what an API description says of them.</summary>
internal static class AccountRoutes
{
    public static void Map(RouteGroupBuilder account)
    {
        MapExports(account);
        MapDecisions(account);
        MapFiles(account);
        account.MapGet("readiness", ReadinessEndpoints.AccountAsync).WithName("read_readiness")
            .WithSummary("Says how the engine and the account's targets stand. Asks no tracker.")
            .Produces<ReadinessBody>()
            .WithProblems(Status.OfRead);
        account.MapGet("targets/{targetId}/readiness", ReadinessEndpoints.TargetAsync).WithName("read_target_readiness")
            .WithSummary("Says how one target stands, and asks its tracker where nothing else stands against it.")
            .Produces<ReadinessBody>()
            .WithProblems(Status.OfRead);
    }

    public static void MapInbound(RouteGroupBuilder root) =>
        root.MapPost("webhooks/ticket-sync/{targetKey}", InboundEndpoint.ReceiveAsync).WithName("receive_ticket_sync")
            .WithSummary("Takes what a tracker or receiver sends. Authorized by its signature alone.")
            .Produces<InboundBody>()
            .WithProblems(Status.OfInbound)
            .AllowAnonymous();

    private static void MapExports(RouteGroupBuilder account)
    {
        account.MapGet("exports", ExportEndpoints.ListAsync).WithName("list_exports")
            .WithSummary("Lists exports, the newest first.")
            .Produces<ExportPageBody>()
            .WithProblems(Status.OfRead);
        account.MapGet("exports/{exportId}", ExportEndpoints.GetAsync).WithName("get_export")
            .WithSummary("Reads one export with all its attempts.")
            .Produces<ExportDetailBody>()
            .WithProblems(Status.OfRead);
    }

    private static void MapDecisions(RouteGroupBuilder account)
    {
        account.MapPost("exports/{exportId}/retry", ExportEndpoints.RetryAsync).WithName("retry_export")
            .WithSummary("Lets an export go on that failed, was blocked or was handed over as a file.")
            .Accepts<ReasonBody>(isOptional: true, ApiAnswer.Json)
            .Produces<ExportBody>(StatusCodes.Status202Accepted)
            .WithProblems(Status.OfChange);
        account.MapPost("exports/{exportId}/confirm-absent", ExportEndpoints.ConfirmAbsentAsync).WithName("confirm_absent")
            .WithSummary("Says that a person looked and an export of unknown outcome has no ticket. It is sent again.")
            .Accepts<ReasonBody>(isOptional: true, ApiAnswer.Json)
            .Produces<ExportBody>(StatusCodes.Status202Accepted)
            .WithProblems(Status.OfChange);
        account.MapPost("exports/{exportId}/relink", ExportEndpoints.RelinkAsync).WithName("relink_export")
            .WithSummary("Puts another ticket into the link of an export.")
            .Accepts<RelinkBody>(ApiAnswer.Json)
            .Produces<LinkBody>()
            .WithProblems(Status.OfChange);
        account.MapPost("exports/{exportId}/sync", ExportEndpoints.SyncAsync).WithName("sync_export")
            .WithSummary("Reads the ticket's status at its tracker now, unless a planned time has not come.")
            .Produces<ExportBody>()
            .WithProblems(Status.OfChange);
    }

    private static void MapFiles(RouteGroupBuilder account)
    {
        account.MapGet("exports/{exportId}/portable", FileEndpoints.PreviewAsync).WithName("preview_file")
            .WithSummary("Says what a file in the ticket's place would be, and what stands against it.")
            .Produces<FilePreviewBody>()
            .WithProblems([.. Status.OfRead, StatusCodes.Status501NotImplemented]);
        account.MapPost("exports/{exportId}/portable", FileEndpoints.CreateAsync).WithName("create_file")
            .WithSummary("Makes a file in the ticket's place and parks the export.")
            .Accepts<FileRequestBody>(isOptional: true, ApiAnswer.Json)
            .Produces<FileBody>(StatusCodes.Status201Created)
            .WithProblems([.. Status.OfChange, StatusCodes.Status501NotImplemented]);
        account.MapGet("exports/{exportId}/portable/file", FileEndpoints.DownloadAsync).WithName("download_file")
            .WithSummary("Downloads that file.")
            .Produces(StatusCodes.Status200OK, contentType: "application/octet-stream")
            .WithProblems([.. Status.OfRead, StatusCodes.Status501NotImplemented]);
    }
}
