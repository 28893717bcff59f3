namespace TicketExport.Rendering;

internal static class MarkerRules
{
    public static void RequireLine(RenderOptions options, string format)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.Marker is { IsComment: true })
        {
            throw new ArgumentException($"The format '{format}' has no comments. Use BodyMarker.Line(...) for the marker.", nameof(options));
        }
    }
}
