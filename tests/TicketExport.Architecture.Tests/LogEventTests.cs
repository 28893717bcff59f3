using System.Globalization;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TicketExport.Architecture.Tests;

/// <summary>docs/diagnostics.md lists the log events of every package.</summary>
public sealed class LogEventTests
{
    private static IReadOnlyList<(int Id, string Level, string Category)> InCode { get; } =
        [.. RepositoryTree.SourceFiles.SelectMany(Declared).OrderBy(static logged => logged.Id)];

    [Fact]
    public void Every_log_event_is_on_the_page_and_every_event_on_the_page_is_logged()
    {
        var listed = RepositoryTree.Read("docs/diagnostics.md").Split('\n')
            .Select(static line => line.Split('|', StringSplitOptions.TrimEntries))
            .Where(static cells => cells.Length > 4 && int.TryParse(cells[1], NumberStyles.None, CultureInfo.InvariantCulture, out _))
            .Select(static cells => (int.Parse(cells[1], CultureInfo.InvariantCulture), cells[2], cells[3].Trim('`')));

        Assert.NotEmpty(InCode);
        Assert.Equal(InCode, listed);
    }

    [Fact]
    public void No_event_id_is_used_twice() =>
        Assert.Equal(InCode.Select(static logged => logged.Id).Distinct(), InCode.Select(static logged => logged.Id));

    private static IEnumerable<(int Id, string Level, string Category)> Declared(string file) =>
        from attribute in CSharpSyntaxTree.ParseText(RepositoryTree.Read(file)).GetRoot().DescendantNodes().OfType<AttributeSyntax>()
        where attribute.Name.ToString() is "LoggerMessage" or "LoggerMessageAttribute"
        let type = attribute.Ancestors().OfType<TypeDeclarationSyntax>().First()
        let space = attribute.Ancestors().OfType<BaseNamespaceDeclarationSyntax>().First()
        select (
            int.Parse(Argument(attribute, "EventId"), CultureInfo.InvariantCulture),
            Argument(attribute, "Level").Split('.')[^1],
            $"{space.Name}.{type.Identifier.Text}");

    private static string Argument(AttributeSyntax attribute, string name) =>
        attribute.ArgumentList!.Arguments.Single(argument => argument.NameEquals?.Name.Identifier.Text == name).Expression.ToString();
}
