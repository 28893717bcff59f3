namespace TicketExport.AspNetCore.Tests;

/// <summary>Finds files of the repository from where the tests run; a reproducible build hides where they were compiled.</summary>
internal static class RepositoryFolder
{
    private static readonly string Root = Find();

    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "TicketExport.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("TicketExport.sln was not found above the test's folder.");
    }
}
