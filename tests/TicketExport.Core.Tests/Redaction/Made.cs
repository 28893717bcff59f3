namespace TicketExport.Core.Tests.Redaction;

/// <summary>Builds secrets at run time, so that no scanner of repositories takes the tests for a leak.</summary>
internal static class Made
{
    public const string Alphanumeric = "q7Wm2Zr9Lk4Xt1Bv8Ny5Hs3Gd6Jf0PcAeRuToYi";
    public const string Upper = "Q7WM2ZR9LK4XT1BV8NY5HS3GD6JF0PC";

    public static string Run(int length, string alphabet = Alphanumeric) =>
        string.Create(length, alphabet, static (span, alphabet) =>
        {
            for (var i = 0; i < span.Length; i++)
            {
                span[i] = alphabet[i * 7 % alphabet.Length];
            }
        });

    public static string Token(string prefix, int length, string alphabet = Alphanumeric) => prefix + Run(length, alphabet);

    /// <summary>A token whose header and payload are JSON and whose signature is not.</summary>
    public static string Jwt(int payload = 40) => $"{"ey"}{"JhbGciOiJIUzI1NiJ9"}.{"ey"}J{Run(payload)}.{Run(43)}";

    public static string Pem(string label, string newLine = "\n") =>
        $"-----{"BEGIN"} {label}-----{newLine}{Run(64)}{newLine}{Run(64)}{newLine}-----{"END"} {label}-----";
}
