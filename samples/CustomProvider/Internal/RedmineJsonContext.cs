using System.Text.Json.Serialization;
using CustomProvider.Protocol;

namespace CustomProvider.Internal;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    MaxDepth = 32)]
[JsonSerializable(typeof(RedmineIssueDraftEnvelope))]
[JsonSerializable(typeof(RedmineIssueEnvelope))]
[JsonSerializable(typeof(RedmineIssueList))]
[JsonSerializable(typeof(RedmineProjectEnvelope))]
[JsonSerializable(typeof(RedmineStatusList))]
[JsonSerializable(typeof(RedmineUserEnvelope))]
internal sealed partial class RedmineJsonContext : JsonSerializerContext;
