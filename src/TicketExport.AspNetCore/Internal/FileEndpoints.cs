using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using TicketExport.AspNetCore.Protocol;
using TicketExport.Decisions;
using TicketExport.Ledger;

namespace TicketExport.AspNetCore.Internal;

/// <summary>Files in the place of tickets.</summary>
internal static class FileEndpoints
{
    public static Task<IResult> PreviewAsync(HttpContext http, string? orgId, string exportId, string? format) =>
        RunAsync(http, exportId, TicketExportOperation.PreviewFile, async (call, export, files) =>
        {
            var request = new TicketFileRequest { AccountId = call.AccountId, ExportId = exportId, Format = format, By = call.By(null, "Looked at over the HTTP interface.") };
            return await GuardAsync(async () => await files.PreviewAsync(request, call.WhileListening).ConfigureAwait(false) is { IsFound: true } preview
                ? ApiAnswer.Of(StatusCodes.Status200OK, FileBodies.Of(export, preview), ApiJsonContext.Default.FilePreviewBody)
                : Problems.NotFound).ConfigureAwait(false);
        });

    public static Task<IResult> CreateAsync(HttpContext http, string? orgId, string exportId) =>
        RunAsync(http, exportId, TicketExportOperation.CreateFile, async (call, _, files) =>
        {
            var (body, malformed) = call.Read(ApiJsonContext.Default.FileRequestBody);
            if ((malformed ?? TicketCall.CheckReason(body.Reason) ?? CheckOverride(body)) is { } refusal)
            {
                return refusal;
            }

            var request = new TicketFileRequest
            {
                AccountId = call.AccountId,
                ExportId = exportId,
                Format = body.Format,
                IsOverride = body.Override,
                By = call.By(body.Reason, "Handed over as a file over the HTTP interface."),
            };
            return await GuardAsync(async () =>
            {
                var result = await files.CreateAsync(request, CancellationToken.None).ConfigureAwait(false);
                return result.IsCreated
                    ? ApiAnswer.Of(StatusCodes.Status201Created, FileBodies.Of(exportId, result), ApiJsonContext.Default.FileBody)
                    : Refused(result);
            }).ConfigureAwait(false);
        });

    public static Task<IResult> DownloadAsync(HttpContext http, string? orgId, string exportId) =>
        RunAsync(http, exportId, TicketExportOperation.DownloadFile, async (call, _, files) =>
            await files.OpenAsync(call.AccountId, exportId, call.WhileListening).ConfigureAwait(false) is { } file
                ? new FileAnswer(file)
                : Problems.NotFound);

    private static Task<IResult> RunAsync(HttpContext http, string exportId, TicketExportOperation operation, Func<TicketCall, ExportRecord, ITicketFiles, Task<IResult>> act) =>
        ExportEndpoints.RunAsync(http, exportId, operation, (call, export) => http.RequestServices.GetService<ITicketFiles>() is { } files
            ? act(call, export, files)
            : Task.FromResult<IResult>(Problems.Of(
                StatusCodes.Status501NotImplemented,
                ApiCodes.NotRegistered,
                "Portable files are not part of this host. Add services.AddTicketExport().AddPortable() of TicketExport.Portable.")));

    private static async Task<IResult> GuardAsync(Func<Task<ApiAnswer>> act)
    {
        try
        {
            return await act().ConfigureAwait(false);
        }
        catch (ArgumentException)
        {
            return Problems.Invalid("format", "one_of", "There is no such format. Use csv, markdown, json or json_lines, or leave it out.");
        }
    }

    private static ApiAnswer? CheckOverride(FileRequestBody body) => body.Override && string.IsNullOrWhiteSpace(body.Reason)
        ? Problems.Invalid("$.reason", "required", "An override needs a reason of its own.")
        : null;

    private static ApiAnswer Refused(TicketFileResult result)
    {
        if (result.Export is null)
        {
            return Problems.NotFound;
        }

        var status = result.Code switch
        {
            ExportCodes.UnsafeContent => StatusCodes.Status422UnprocessableEntity,
            ExportCodes.PortableExportFailed => StatusCodes.Status503ServiceUnavailable,
            _ => StatusCodes.Status409Conflict,
        };
        return Problems.Of(Problems.BodyOf(status, result.Code ?? ApiCodes.Refused, result.Message) with
        {
            ExportId = result.Export.ExportId,
            Reason = result.Refusal,
            NextStep = result.NextStep == NextStep.None ? null : result.NextStep,
        });
    }
}
