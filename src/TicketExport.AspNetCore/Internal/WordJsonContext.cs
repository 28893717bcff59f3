using System.Text.Json.Serialization;
using TicketExport.AspNetCore.Protocol;
using TicketExport.Ledger;
using TicketExport.Review;

namespace TicketExport.AspNetCore.Internal;

[JsonSourceGenerationOptions(Converters =
[
    typeof(WireEnumConverter<ExportStatus>),
    typeof(WireEnumConverter<NextStep>),
    typeof(WireEnumConverter<ReadinessKey>),
    typeof(WireEnumConverter<DecisionOutcome>),
    typeof(WireEnumConverter<LinkOutcome>),
])]
[JsonSerializable(typeof(ExportStatus))]
[JsonSerializable(typeof(NextStep))]
[JsonSerializable(typeof(ReadinessKey))]
[JsonSerializable(typeof(DecisionOutcome))]
[JsonSerializable(typeof(LinkOutcome))]
internal sealed partial class WordJsonContext : JsonSerializerContext;
