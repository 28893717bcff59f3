using System.Security.Cryptography;
using TicketExport.Contract;

namespace TicketExport.Policies;

/// <summary>Tells whether a ticket holds a document already.</summary>
internal static class DocumentHash
{
    public static string Of(TicketExportDocument document) => Of(TicketExportJson.ToUtf8Bytes(document));

    /// <param name="json">The document's JSON, as the ledger stores it.</param>
    public static string Of(ReadOnlySpan<byte> json) => Convert.ToHexStringLower(SHA256.HashData(json));
}
