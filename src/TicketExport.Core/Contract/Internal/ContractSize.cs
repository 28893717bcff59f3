using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace TicketExport.Contract.Internal;

/// <summary>Sees to it that what is valid can be written and read back: its JSON is measured when the sum of its texts could exceed the limit.</summary>
internal static class ContractSize
{
    public static void Check<T>(T value, JsonTypeInfo<T> type, ViolationCollector violations)
    {
        if (violations.Weight <= ContractLimits.JsonBytes)
        {
            return;
        }

        var buffer = new DiscardingBuffer();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            JsonSerializer.Serialize(writer, value, type);
        }

        if (buffer.WrittenBytes > ContractLimits.JsonBytes)
        {
            violations.Add(ContractRules.MaxBytes, $"Takes {buffer.WrittenBytes} bytes as JSON; at most {ContractLimits.JsonBytes} are allowed. Send less text.");
        }
    }
}
