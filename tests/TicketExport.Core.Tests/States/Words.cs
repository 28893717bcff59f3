using System.Text.Json;
using System.Xml.Linq;

namespace TicketExport.Core.Tests.States;

/// <summary>How values are written on the pages.</summary>
internal static class Words
{
    private static readonly XDocument Comments =
        XDocument.Load(Path.ChangeExtension(typeof(ExportStatus).Assembly.Location, ".xml"));

    public static string Of<TEnum>(TEnum value)
        where TEnum : struct, Enum => $"`{Plain(value)}`";

    public static string Plain<TEnum>(TEnum value)
        where TEnum : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());

    /// <summary>The flags of a value, one word each.</summary>
    public static string List<TEnum>(TEnum value)
        where TEnum : struct, Enum =>
        string.Join(", ", value.ToString().Split(", ").Where(static flag => flag != "None").Select(flag => Of(Enum.Parse<TEnum>(flag))));

    /// <summary>The summary of a value's documentation comment.</summary>
    public static string Meaning<TEnum>(TEnum value)
        where TEnum : struct, Enum =>
        Comments.Descendants("member").Single(member => member.Attribute("name")!.Value == $"F:{typeof(TEnum).FullName}.{value}")
            .Element("summary")!.Value.Trim();
}
