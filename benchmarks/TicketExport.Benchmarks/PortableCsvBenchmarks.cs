using System.Data;
using BenchmarkDotNet.Attributes;
using CsvHelper;
using Sylvan.Data.Csv;
using TicketExport.Portable;
using TicketExport.Redaction;

namespace TicketExport.Benchmarks;

/// <summary>A ticket of a CSV file of 100,000, beside bare writers of the same cells without columns, guard and gate.</summary>
[InProcess, WarmupCount(2), IterationCount(8)]
[Config(typeof(ThroughputConfig))]
public class PortableCsvBenchmarks : IDisposable
{
    private const int Rows = 1_000;

    private readonly PortableStage _plain = new(RedactionMode.Off);
    private readonly PortableStage _gated = new(RedactionMode.Block);
    private readonly DataTable _table = new();
    private string[] _cells = [];

    [GlobalSetup]
    public async Task SetupAsync()
    {
        await using var reader = await Sylvan.Data.Csv.CsvDataReader.CreateAsync(new StringReader(await _plain.TextAsync(PortableFormat.Csv)));
        await reader.ReadAsync();
        _cells = [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)];
        _table.Columns.AddRange([.. _cells.Select(static (_, index) => new DataColumn($"c{index}", typeof(string)))]);
        for (var i = 0; i < Rows; i++)
        {
            _table.Rows.Add([.. _cells]);
        }
    }

    [GlobalCleanup]
    public void Dispose()
    {
        _plain.Dispose();
        _gated.Dispose();
        _table.Dispose();
        GC.SuppressFinalize(this);
    }

    [Benchmark(Baseline = true, Description = "CsvHelper, cells alone", OperationsPerInvoke = PortableStage.Tickets)]
    public async Task<long> CsvHelperAsync()
    {
        var target = new ByteCounter();
        await using (var csv = CsvWriter.Create(target, new CsvWriterOptions { WriteByteOrderMark = false }, leaveOpen: true))
        {
            for (var i = 0; i < PortableStage.Tickets; i++)
            {
                foreach (var cell in _cells)
                {
                    csv.WriteField(cell);
                }

                await csv.EndRecordAsync();
            }
        }

        return ThroughputConfig.Note(this, target.Bytes);
    }

    [Benchmark(Description = "Sylvan, cells of a table", OperationsPerInvoke = PortableStage.Tickets)]
    public async Task<long> SylvanAsync()
    {
        var target = new ByteCounter();
        await using (var text = new StreamWriter(target))
        {
            var options = new CsvDataWriterOptions { WriteHeaders = false };
            await using var csv = CsvDataWriter.Create(text, options);
            for (var i = 0; i < PortableStage.Tickets / Rows; i++)
            {
                await csv.WriteAsync(_table.CreateDataReader());
            }
        }

        return ThroughputConfig.Note(this, target.Bytes);
    }

    [Benchmark(Description = "CSV file, gate off", OperationsPerInvoke = PortableStage.Tickets)]
    public async Task<long> PlainAsync() => ThroughputConfig.Note(this, await _plain.WriteAsync(PortableFormat.Csv));

    [Benchmark(Description = "CSV file, gate on", OperationsPerInvoke = PortableStage.Tickets)]
    public async Task<long> GatedAsync() => ThroughputConfig.Note(this, await _gated.WriteAsync(PortableFormat.Csv));
}
