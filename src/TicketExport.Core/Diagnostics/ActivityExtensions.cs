using System.Diagnostics;

namespace TicketExport.Diagnostics;

internal static class ActivityExtensions
{
    public static void Close(this Activity? activity, in TagList tags, bool isError)
    {
        if (activity is null)
        {
            return;
        }

        foreach (var (key, value) in tags)
        {
            activity.SetTag(key, value);
        }

        if (isError)
        {
            activity.SetStatus(ActivityStatusCode.Error);
        }
    }
}
