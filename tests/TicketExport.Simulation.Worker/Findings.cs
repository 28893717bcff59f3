namespace TicketExport.Simulation.Worker;

internal static class Findings
{
    /// <summary>Asks for every finding again and again until all have a ticket.</summary>
    public static async Task AskAsync(int findings, Func<ExportRequest, Task<ExportResult>> ask, TimeProvider clock, CancellationToken cancellationToken)
    {
        var left = new Queue<int>(Enumerable.Range(1, findings));
        while (left.TryDequeue(out var finding))
        {
            var result = await ask(WorkerFindings.Request(finding));
            if (!result.HasTicket)
            {
                left.Enqueue(finding);
                await Task.Delay(TimeSpan.FromSeconds(1), clock, cancellationToken);
            }
        }
    }
}
