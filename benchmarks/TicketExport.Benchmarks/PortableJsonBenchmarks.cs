using System.Buffers;
using System.Text.Json;
using System.Text.Json.Nodes;
using BenchmarkDotNet.Attributes;
using TicketExport.Portable;
using TicketExport.Redaction;

namespace TicketExport.Benchmarks;

/// <summary>A ticket of a JSON file of 100,000, beside a bare writer of the same members.</summary>
[InProcess, WarmupCount(2), IterationCount(8)]
[Config(typeof(ThroughputConfig))]
public class PortableJsonBenchmarks : IDisposable
{
    private const int FlushBytes = 32 * 1024;

    private readonly PortableStage _plain = new(RedactionMode.Off);
    private readonly PortableStage _gated = new(RedactionMode.Block);
    private readonly List<(JsonTokenType Type, string? Text)> _tokens = [];

    [GlobalSetup]
    public async Task SetupAsync() => Read(System.Text.Encoding.UTF8.GetBytes(JsonNode.Parse(await _plain.TextAsync(PortableFormat.JsonLines))!.ToJsonString()));

    [GlobalCleanup]
    public void Dispose()
    {
        _plain.Dispose();
        _gated.Dispose();
        GC.SuppressFinalize(this);
    }

    [Benchmark(Baseline = true, Description = "Utf8JsonWriter, members alone", OperationsPerInvoke = PortableStage.Tickets)]
    public async Task<long> Utf8JsonWriterAsync()
    {
        var target = new ByteCounter();
        var buffer = new ArrayBufferWriter<byte>(FlushBytes);
        await using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { SkipValidation = true }))
        {
            for (var i = 0; i < PortableStage.Tickets; i++)
            {
                Write(json);
                json.Flush();
                json.Reset();
                if (buffer.WrittenCount >= FlushBytes)
                {
                    await target.WriteAsync(buffer.WrittenMemory);
                    buffer.ResetWrittenCount();
                }
            }

            await target.WriteAsync(buffer.WrittenMemory);
        }

        return ThroughputConfig.Note(this, target.Bytes);
    }

    [Benchmark(Description = "JSON Lines file, gate off", OperationsPerInvoke = PortableStage.Tickets)]
    public async Task<long> LinesAsync() => ThroughputConfig.Note(this, await _plain.WriteAsync(PortableFormat.JsonLines));

    [Benchmark(Description = "JSON file, gate off", OperationsPerInvoke = PortableStage.Tickets)]
    public async Task<long> PlainAsync() => ThroughputConfig.Note(this, await _plain.WriteAsync(PortableFormat.Json));

    [Benchmark(Description = "JSON file, gate on", OperationsPerInvoke = PortableStage.Tickets)]
    public async Task<long> GatedAsync() => ThroughputConfig.Note(this, await _gated.WriteAsync(PortableFormat.Json));

    private void Read(byte[] line)
    {
        var reader = new Utf8JsonReader(line);
        while (reader.Read())
        {
            _tokens.Add((reader.TokenType, reader.TokenType is JsonTokenType.PropertyName or JsonTokenType.String ? reader.GetString() : reader.TokenType == JsonTokenType.Number ? reader.GetInt64().ToString(System.Globalization.CultureInfo.InvariantCulture) : null));
        }
    }

    private void Write(Utf8JsonWriter json)
    {
        foreach (var (type, text) in _tokens)
        {
            switch (type)
            {
                case JsonTokenType.StartObject: json.WriteStartObject(); break;
                case JsonTokenType.EndObject: json.WriteEndObject(); break;
                case JsonTokenType.StartArray: json.WriteStartArray(); break;
                case JsonTokenType.EndArray: json.WriteEndArray(); break;
                case JsonTokenType.PropertyName: json.WritePropertyName(text!); break;
                case JsonTokenType.String: json.WriteStringValue(text); break;
                case JsonTokenType.Number: json.WriteRawValue(text!); break;
                case JsonTokenType.True: json.WriteBooleanValue(true); break;
                case JsonTokenType.False: json.WriteBooleanValue(false); break;
                default: json.WriteNullValue(); break;
            }
        }
    }
}
