namespace TicketExport.Testing.Internal;

// What one document asks for, with its variables put in.
internal sealed record LinearOperation(string Kind, string Name, IReadOnlyList<LinearField> Fields, IReadOnlyDictionary<string, IReadOnlyList<LinearField>> Fragments);
