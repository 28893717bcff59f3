namespace TicketExport.TestData;

internal static class TestFiles
{
    public static string Read(string path) => File.ReadAllText(PathOf(path));

    // Compares with the file kept beside the tests; UPDATE_GOLDEN=1 writes it anew, to be read in the diff.
    public static void AssertGolden(string path, string actual)
    {
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(PathOf(path))!);
            File.WriteAllText(PathOf(path), actual);
        }

        Assert.Equal(Read(path), actual);
    }

    private static string PathOf(string path)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "TicketExport.sln")))
        {
            folder = folder.Parent;
        }

        return Path.Combine(folder?.FullName ?? ".", "tests", "TicketExport.Core.Tests", path);
    }
}
