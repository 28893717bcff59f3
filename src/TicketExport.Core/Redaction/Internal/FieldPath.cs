using System.Globalization;

namespace TicketExport.Redaction.Internal;

/// <summary>Where a field stands. Becomes text only for a finding.</summary>
internal readonly record struct FieldPath(string Member, int Index = -1, string? Inner = null)
{
    public static implicit operator FieldPath(string member) => new(member);

    public override string ToString()
    {
        var index = Index < 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"[{Index}]");
        return Inner is null ? $"$.{Member}{index}" : $"$.{Member}{index}.{Inner}";
    }
}
