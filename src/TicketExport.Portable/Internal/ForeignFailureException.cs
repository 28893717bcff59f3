using System.Runtime.ExceptionServices;

namespace TicketExport.Portable.Internal;

/// <summary>Carries the failure of a source of tickets through a store.</summary>
internal sealed class ForeignFailureException(Exception inner) : Exception(inner.Message, inner)
{
    public void Rethrow() => ExceptionDispatchInfo.Throw(InnerException!);
}
