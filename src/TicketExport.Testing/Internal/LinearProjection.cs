using System.Text.Json.Nodes;

namespace TicketExport.Testing.Internal;

// Takes out of a whole object what a document selects.
internal static class LinearProjection
{
    public static JsonObject Of(JsonObject source, IReadOnlyList<LinearField> fields, LinearOperation operation)
    {
        var selected = new JsonObject();
        foreach (var field in fields)
        {
            if (field.IsSpread)
            {
                var fragment = operation.Fragments.TryGetValue(field.Name, out var known)
                    ? known
                    : throw new LinearException(LinearProblem.Schema($"Unknown fragment \"{field.Name}\"."));
                Merge(selected, Of(source, fragment, operation));
            }
            else
            {
                Merge(selected, new JsonObject { [field.Name] = ValueOf(source, field, operation) });
            }
        }

        return selected;
    }

    private static JsonNode? ValueOf(JsonObject source, LinearField field, LinearOperation operation)
    {
        if (!source.TryGetPropertyValue(field.Name, out var value))
        {
            throw new LinearException(LinearProblem.Schema($"Cannot query field \"{field.Name}\"."));
        }

        return value switch
        {
            null => null,
            JsonObject inner when field.Fields.Count > 0 => Of(inner, field.Fields, operation),
            JsonObject => throw new LinearException(LinearProblem.Schema($"Field \"{field.Name}\" must have a selection of subfields.")),
            JsonArray list when list.Any(static item => item is JsonObject) => new JsonArray([.. list.Select(item => Of((JsonObject)item!, field.Fields, operation))]),
            _ => value.DeepClone(),
        };
    }

    private static void Merge(JsonObject target, JsonObject more)
    {
        foreach (var (name, value) in more.ToArray())
        {
            if (target[name] is JsonObject inner && value is JsonObject moreInner)
            {
                Merge(inner, moreInner);
            }
            else
            {
                target[name] = value?.DeepClone();
            }
        }
    }
}
