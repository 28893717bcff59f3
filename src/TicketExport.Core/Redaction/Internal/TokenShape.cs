using System.Buffers;

namespace TicketExport.Redaction.Internal;

/// <summary>A token that a fixed prefix gives away.</summary>
/// <param name="Prefix">The prefix.</param>
/// <param name="Alphabet">What follows it.</param>
/// <param name="Least">How many characters follow at least.</param>
/// <param name="IsExact">Whether exactly that many follow.</param>
internal sealed record TokenShape(string Prefix, SearchValues<char> Alphabet, int Least, bool IsExact = false);
