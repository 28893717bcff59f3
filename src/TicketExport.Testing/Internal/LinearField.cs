using System.Text.Json.Nodes;

namespace TicketExport.Testing.Internal;

// A field that a document selects, or the spread of a fragment.
internal sealed record LinearField(string Name, bool IsSpread, JsonObject Arguments, IReadOnlyList<LinearField> Fields);
