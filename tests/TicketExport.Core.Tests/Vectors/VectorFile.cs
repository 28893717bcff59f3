using System.Text.Json;

namespace TicketExport.Core.Tests.Vectors;

/// <summary>The published vectors and the pages that show them, as copied from docs/ beside the tests.</summary>
internal static class VectorFile
{
    private static readonly JsonSerializerOptions Options = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    public static IdentityVectors Identity { get; } = Read<IdentityVectors>("identity.json");

    public static SignatureVectors Signatures { get; } = Read<SignatureVectors>("signatures.json");

    public static CanonicalJsonVectors CanonicalJson { get; } = Read<CanonicalJsonVectors>("canonical-json.json");

    public static string Page(string name) => File.ReadAllText(PathOf(name));

    private static T Read<T>(string name) => JsonSerializer.Deserialize<T>(File.ReadAllBytes(PathOf(name)), Options)!;

    private static string PathOf(string name) => Path.Combine(AppContext.BaseDirectory, "vectors", name);
}
