using System.Diagnostics;
using System.Text;

namespace TicketExport.Core.Tests.Rendering;

internal static class NodeOracle
{
    // Runs a script over a JSON text on its standard input. Both streams are used at once, so that neither side waits for the other.
    public static string Run(string script, string input)
    {
        using var node = Process.Start(new ProcessStartInfo("node", ["-e", script])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            StandardInputEncoding = new UTF8Encoding(false),
            StandardOutputEncoding = Encoding.UTF8,
        })!;
        var answer = node.StandardOutput.ReadToEndAsync();
        node.StandardInput.Write(input);
        node.StandardInput.Close();
        var text = answer.GetAwaiter().GetResult();
        node.WaitForExit();
        Assert.Equal(0, node.ExitCode);
        return text;
    }
}
