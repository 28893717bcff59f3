namespace TicketExport.Configuration;

/// <summary>What flat keys made of a target.</summary>
/// <param name="Setting">The key to change first.</param>
/// <param name="Gap">Why the target cannot be used, naming the keys to set; <see langword="null"/> when it is configured.</param>
/// <param name="Caution">What is wrong although the target can be used; <see langword="null"/> when nothing is.</param>
internal sealed record KeyedOrigin(string Setting, string? Gap = null, string? Caution = null);
