using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;

namespace TicketExport.Webhooks.Receiver.Tests.Oracles;

/// <summary>Runs a script that reads JSON from its input and writes JSON to its output.</summary>
internal static class Node
{
    public static bool IsInstalled { get; } = Find();

    public static async Task<JsonNode> RunAsync(string script, JsonNode input)
    {
        using var node = Process.Start(new ProcessStartInfo("node", ["--input-type=commonjs", "-e", script])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(false),
            StandardOutputEncoding = Encoding.UTF8,
        })!;
        await node.StandardInput.WriteAsync(input.ToJsonString());
        node.StandardInput.Close();
        var errors = node.StandardError.ReadToEndAsync();
        var output = await node.StandardOutput.ReadToEndAsync();
        await node.WaitForExitAsync();
        Assert.True(node.ExitCode == 0, await errors);
        return JsonNode.Parse(output)!;
    }

    private static bool Find()
    {
        try
        {
            using var node = Process.Start(new ProcessStartInfo("node", ["--version"]) { RedirectStandardOutput = true })!;
            node.WaitForExit();
            return node.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
