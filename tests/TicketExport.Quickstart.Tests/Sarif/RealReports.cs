namespace TicketExport.Quickstart.Tests.Sarif;

internal static class RealReports
{
    public const string Scanner = "sample-input/nodegoat-eslint.sarif";
    public const string Compiler = "TestData/orchard-csc.sarif";

    public static byte[] Bytes(string name) => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, name));
}
