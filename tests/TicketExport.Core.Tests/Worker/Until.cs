using System.Diagnostics;

namespace TicketExport.Core.Tests.Worker;

/// <summary>Waits for what other threads bring about, without guessing how long that takes.</summary>
internal static class Until
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static async Task TrueAsync(Func<bool> condition)
    {
        var watch = Stopwatch.StartNew();
        while (!condition())
        {
            Assert.True(watch.Elapsed < Patience, "What the test waits for did not happen.");
            await Task.Yield();
        }
    }

    public static async Task TrueAsync(Func<Task<bool>> condition)
    {
        var watch = Stopwatch.StartNew();
        while (!await condition())
        {
            Assert.True(watch.Elapsed < Patience, "What the test waits for did not happen.");
            await Task.Yield();
        }
    }
}
