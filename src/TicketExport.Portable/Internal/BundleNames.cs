using System.Globalization;

namespace TicketExport.Portable.Internal;

/// <summary>Names the files of a bundle: numbered, so that no two are alike, and made of what no tool takes for a path or a device.</summary>
internal static class BundleNames
{
    public const string Manifest = "manifest.json";

    private const string Folder = "tickets/";

    public static string Of(PortableTicket first, long number, PortableBundleOptions options)
    {
        var index = string.Create(CultureInfo.InvariantCulture, $"{number:D6}");
        var title = options.TicketsPerFile == 1 ? first.Document.Title : "tickets";
        return Folder + PortableFileName.Create($"{index}-{title}", options.Format);
    }
}
