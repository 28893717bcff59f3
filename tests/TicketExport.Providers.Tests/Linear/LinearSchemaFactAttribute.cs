using TicketExport.Core.Tests.Vectors;
using TicketExport.Webhooks.Receiver.Tests.Oracles;

namespace TicketExport.Providers.Linear;

/// <summary>A fact that holds documents and answers against Linear's published schema; skipped, with the reason, where Node.js, npm's graphql or the schema is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class LinearSchemaFactAttribute : FactAttribute
{
    private const string Schema = "linear/schema.graphql";

    public LinearSchemaFactAttribute() => Skip = new NodeFactAttribute("graphql").Skip ?? new SpecsFactAttribute(Schema).Skip;

    public static string SchemaPath => Path.Combine(SpecsFactAttribute.Folder!, Schema);
}
