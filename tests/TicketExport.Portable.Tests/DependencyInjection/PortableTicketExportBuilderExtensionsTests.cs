using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace TicketExport.Portable.DependencyInjection;

public sealed class PortableTicketExportBuilderExtensionsTests
{
    [Fact]
    public void Adding_twice_registers_one_exporter_and_one_rule()
    {
        var services = new ServiceCollection();
        services.AddTicketExport().AddPortable().AddPortable(options => options.Folder = "a").AddPortable(options => options.Folder = "b");

        using var provider = services.BuildServiceProvider();
        Assert.Single(provider.GetServices<IPortableExporter>());
        Assert.Single(provider.GetServices<IValidateOptions<PortableExportOptions>>());
        Assert.Equal("b", provider.GetRequiredService<IOptions<PortableExportOptions>>().Value.Folder);
    }

    [Fact]
    public void Settings_are_read_from_a_section()
    {
        var values = new Dictionary<string, string?>
        {
            ["TicketExport:Portable:Folder"] = "handoff",
            ["TicketExport:Portable:CsvDelimiter"] = ";",
            ["TicketExport:Portable:CsvByteOrderMark"] = "false",
        };
        var section = new ConfigurationBuilder().AddInMemoryCollection(values).Build().GetSection("TicketExport:Portable");
        var services = new ServiceCollection();
        services.AddTicketExport().AddPortable(section);

        using var provider = services.BuildServiceProvider();
        var options = provider.GetRequiredService<IOptions<PortableExportOptions>>().Value;
        Assert.Equal(("handoff", ';', false), (options.Folder, options.CsvDelimiter, options.CsvByteOrderMark));
    }
}
