namespace TicketExport.Core.Tests;

/// <summary>
/// A page of the documentation with parts that are printed from code, between <c>&lt;!-- begin NAME --&gt;</c> and
/// <c>&lt;!-- end NAME --&gt;</c>. With <c>UPDATE_GOLDEN=1</c> the tests write the parts instead of comparing them.
/// </summary>
internal static class GoldenPage
{
    public static void Shows(string page, string part, string printed)
    {
        var path = Path.Combine(Root, page);
        var text = Read(page);
        var (begin, end) = ($"<!-- begin {part} -->\n", $"<!-- end {part} -->");
        var from = text.IndexOf(begin, StringComparison.Ordinal);
        Assert.True(from >= 0 && text.IndexOf(end, from, StringComparison.Ordinal) >= 0, $"{page} has no part '{part}'.");
        from += begin.Length;
        var to = text.IndexOf(end, from, StringComparison.Ordinal);
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            File.WriteAllText(path, string.Concat(text.AsSpan(0, from), printed, text.AsSpan(to)));
            return;
        }

        Assert.True(
            text[from..to] == printed,
            $"{page}: the part '{part}' is not what the code says. Run the tests once with UPDATE_GOLDEN=1 and read the difference. The code says:\n{printed}");
    }

    public static string Read(string page) => File.ReadAllText(Path.Combine(Root, page));

    private static string Root { get; } = FindRoot();

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "TicketExport.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("TicketExport.sln was not found above the test's folder.");
    }
}
