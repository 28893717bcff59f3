namespace TicketExport.Providers.Tests.Specifications;

/// <summary>A fact that reads a vendor's published file; skipped, with the reason, where the machine does not have it.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SpecsFactAttribute : FactAttribute
{
    public SpecsFactAttribute(string file) => Skip = SpecsFolder.WhyNot(file);
}
