using System.Text.Json;
using TicketExport.Contract;
using TicketExport.Samples.Quickstart.Sarif;

namespace TicketExport.Samples.Quickstart;

/// <summary>Reads a SARIF file, or a file that holds one <c>ticket-export.v1</c> document.</summary>
internal static class InputReader
{
    public static async Task<InputReport> ReadAsync(string path, CancellationToken cancellationToken) =>
        await HoldsDocumentAsync(path, cancellationToken)
            ? await ReadDocumentAsync(path, cancellationToken)
            : await ReadSarifAsync(path, cancellationToken);

    private static async Task<InputReport> ReadSarifAsync(string path, CancellationToken cancellationToken)
    {
        var report = await SarifReader.ReadFileAsync(path, cancellationToken);
        var documents = report.Findings.Select(SarifTicketMapper.Map).ToArray();
        var tools = string.Join(", ", report.Findings.Select(static finding => finding.Tool).Distinct());
        return new($"{report.Name}: {report.ResultCount} results{(tools.Length > 0 ? $" of {tools}" : "")}, {documents.Length} want work", [.. documents]);
    }

    private static async Task<InputReport> ReadDocumentAsync(string path, CancellationToken cancellationToken)
    {
        await using var file = File.OpenRead(path);
        var read = await TicketExportJson.ReadDocumentAsync(file, cancellationToken);
        if (!read.IsValid)
        {
            var faults = string.Join('\n', read.Violations.Select(static violation => $"  {violation}"));
            throw new InputException($"'{path}' breaks ticket-export.v1 in {read.Violations.Length} place(s). Change each of them:\n{faults}");
        }

        return new($"{Path.GetFileName(path)}: one ticket-export.v1 document", [read.Value!]);
    }

    /// <summary>Whether the file is JSON with a <c>contract_version</c>; everything else is left to the SARIF reader's messages.</summary>
    private static async Task<bool> HoldsDocumentAsync(string path, CancellationToken cancellationToken)
    {
        if (!File.Exists(path) || new FileInfo(path).Length > ContractLimits.JsonBytes)
        {
            return false;
        }

        try
        {
            await using var file = File.OpenRead(path);
            using var json = await JsonDocument.ParseAsync(file, cancellationToken: cancellationToken);
            return json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty("contract_version", out _);
        }
        catch (Exception exception) when (exception is JsonException or IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
