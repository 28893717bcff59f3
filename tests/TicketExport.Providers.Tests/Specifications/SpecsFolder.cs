namespace TicketExport.Providers.Tests.Specifications;

/// <summary>Where the vendors' published files are on this machine.</summary>
internal static class SpecsFolder
{
    public const string Variable = "TICKETEXPORT_SPECS";

    public static string? Path => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } folder ? folder : null;

    /// <summary>Why a test that needs a file cannot run; <see langword="null"/> when it can.</summary>
    public static string? WhyNot(string file)
    {
        if (Path is null)
        {
            return $"Set {Variable} to a folder with the vendors' published files to check {file}.";
        }

        return File.Exists(System.IO.Path.Combine(Path, file)) ? null : $"{Variable} is set, but {file} is not in that folder.";
    }

    public static string Find(string file) => System.IO.Path.Combine(Path ?? throw new InvalidOperationException(WhyNot(file)), file);
}
