using System.Text.Json;

namespace TicketExport.Contract.Internal;

/// <summary>
/// What one kind of value must look like. The content is judged by <see cref="Check"/> alone, whether the value comes from C#
/// or from JSON; <see cref="TryRead"/> adds what only JSON can get wrong.
/// </summary>
internal abstract class ValueRule<T>
{
    public abstract void Check(T value, ViolationCollector violations);

    public virtual void CheckJson(JsonElement json, ViolationCollector violations)
    {
        if (TryRead(json, violations, out var value))
        {
            Check(value, violations);
        }
    }

    protected abstract bool TryRead(JsonElement json, ViolationCollector violations, out T value);
}
