using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TicketExport.Architecture.Tests;

/// <summary>Every C# block of every page compiles against the libraries that this repository builds.</summary>
public sealed partial class DocumentationSnippetTests
{
    /// <summary>What every page may take for granted: the usings of a host and of a test project.</summary>
    private const string Prelude = """
        using System; using System.Collections.Generic; using System.IO; using System.Linq; using System.Net.Http; using System.Threading; using System.Threading.Tasks;
        using Microsoft.Extensions.Configuration; using Microsoft.Extensions.DependencyInjection; using Microsoft.Extensions.Hosting; using Xunit;
        """;

    private static readonly MetadataReference[] References =
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(static path => MetadataReference.CreateFromFile(path))];

    public static TheoryData<string, int> Snippets
    {
        get
        {
            var data = new TheoryData<string, int>();
            foreach (var page in RepositoryTree.Files.Where(static file => file.EndsWith(".md", StringComparison.Ordinal)))
            {
                for (var index = 0; index < Blocks(page).Count; index++)
                {
                    data.Add(page, index);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Snippets))]
    public void A_snippet_compiles(string page, int index)
    {
        var (given, code) = Blocks(page)[index];
        var unit = CSharpSyntaxTree.ParseText(code).GetCompilationUnitRoot();
        var usings = string.Concat(unit.Usings.Select(static directive => directive.ToFullString()));
        var types = string.Concat(unit.Members.Where(static member => member is not GlobalStatementSyntax).Select(static member => member.ToFullString()));
        var statements = string.Concat(unit.Members.OfType<GlobalStatementSyntax>().Select(static member => member.ToFullString()));
        var source = $$"""
            #nullable enable
            {{Prelude}}
            {{usings}}
            internal static class Page
            {
                {{Fields(given, statements)}}
                internal static async Task RunAsync()
                {
                    await Task.Yield();
                    {{statements}}
                }
            }
            {{types}}
            """;
        var compilation = CSharpCompilation.Create(
            "snippet",
            [CSharpSyntaxTree.ParseText(source)],
            References,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        var errors = compilation.GetDiagnostics().Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        Assert.True(!errors.Any(), $"{page}, block {index + 1}:\n{string.Join('\n', errors)}\n{source}");
    }

    /// <summary>
    /// Fields for what the block uses without declaring it: what a host has at hand, and what the page names in a comment before
    /// the block, as in <c>&lt;!-- given: string secret; byte[] body --&gt;</c>.
    /// </summary>
    private static string Fields(string given, string statements)
    {
        const string AtHand = """
            IServiceCollection services; IConfiguration configuration; TicketExport.ITicketExporter exporter;
            TicketExport.Contract.TicketExportDocument document; TicketExport.ExportRequest request; CancellationToken cancellationToken
            """;
        return string.Join('\n', $"{AtHand};{given}"
            .Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(field => !Regex.IsMatch(statements, $@"\b(var|\w+)\s+{field.Split(' ')[^1]}\s*="))
            .Select(static field => $"static readonly {field} = default!;"));
    }

    private static List<(string Given, string Code)> Blocks(string page) =>
        [.. Block().Matches(RepositoryTree.Read(page)).Select(static match => (match.Groups[1].Value, match.Groups[2].Value))];

    [GeneratedRegex(@"(?:^<!-- given: (.*?) -->\n\n?)?^```csharp\n(.*?)^```", RegexOptions.CultureInvariant | RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Block();
}
