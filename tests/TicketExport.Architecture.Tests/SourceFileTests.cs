using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TicketExport.Architecture.Tests;

public sealed class SourceFileTests
{
    private const int FileLines = 300;
    private const int MemberLines = 50;
    private const int Parameters = 5;

    /// <summary>Members that may have more parameters, each with its reason.</summary>
    private static readonly Dictionary<string, string> ManyParameters = new(StringComparer.Ordinal)
    {
        ["ExportClaim"] = "positional record: the parameters are its data",
    };

    public static TheoryData<string> SourceFiles => [.. RepositoryTree.SourceFiles];

    [Theory]
    [MemberData(nameof(SourceFiles))]
    public void A_file_holds_one_type_of_its_own_name_in_the_namespace_of_its_folder(string file)
    {
        var root = Parse(file);
        var types = root.DescendantNodes(static node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax)
            .OfType<MemberDeclarationSyntax>()
            .Where(static member => member is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax)
            .ToArray();
        var type = Assert.Single(types);
        Assert.Equal(Path.GetFileName(file).Split('.')[0], NameOf(type));
        Assert.Equal(NamespaceOf(file), root.DescendantNodes().OfType<BaseNamespaceDeclarationSyntax>().Single().Name.ToString());
    }

    [Theory]
    [MemberData(nameof(SourceFiles))]
    public void A_file_and_its_members_stay_small(string file)
    {
        var text = RepositoryTree.Read(file);
        Assert.True(text.Count(static c => c == '\n') <= FileLines, $"{file} has more than {FileLines} lines.");
        foreach (var member in Parse(file).DescendantNodes().OfType<MemberDeclarationSyntax>().Where(static member => member is BaseMethodDeclarationSyntax or BasePropertyDeclarationSyntax))
        {
            var span = member.SyntaxTree.GetLineSpan(member.Span);
            Assert.True(span.EndLinePosition.Line - span.StartLinePosition.Line < MemberLines, $"{file}: {NameOf(member)} has more than {MemberLines} lines.");
        }
    }

    [Theory]
    [MemberData(nameof(SourceFiles))]
    public void A_member_takes_few_parameters(string file)
    {
        foreach (var list in Parse(file).DescendantNodes().OfType<ParameterListSyntax>().Where(static list => list.Parameters.Count > Parameters))
        {
            var name = NameOf(list.Parent!);
            Assert.True(ManyParameters.ContainsKey(name), $"{file}: {name} takes {list.Parameters.Count} parameters; {Parameters} is the most.");
        }
    }

    [Theory]
    [MemberData(nameof(SourceFiles))]
    public void A_public_class_is_sealed_static_or_made_for_inheritance(string file)
    {
        foreach (var type in Parse(file).DescendantNodes().OfType<TypeDeclarationSyntax>().Where(static type => type is ClassDeclarationSyntax or RecordDeclarationSyntax { ClassOrStructKeyword.RawKind: not (int)SyntaxKind.StructKeyword }))
        {
            if (type.Modifiers.Any(SyntaxKind.PublicKeyword))
            {
                Assert.True(
                    type.Modifiers.Any(SyntaxKind.SealedKeyword) || type.Modifiers.Any(SyntaxKind.StaticKeyword) || type.Modifiers.Any(SyntaxKind.AbstractKeyword),
                    $"{file}: {type.Identifier.Text} can be inherited by accident.");
            }
        }
    }

    private static CompilationUnitSyntax Parse(string file) => CSharpSyntaxTree.ParseText(RepositoryTree.Read(file), path: file).GetCompilationUnitRoot();

    private static string NameOf(SyntaxNode node) => node switch
    {
        BaseTypeDeclarationSyntax type => type.Identifier.Text,
        DelegateDeclarationSyntax type => type.Identifier.Text,
        MethodDeclarationSyntax method => method.Identifier.Text,
        ConstructorDeclarationSyntax constructor => constructor.Identifier.Text,
        PropertyDeclarationSyntax property => property.Identifier.Text,
        _ => node.Kind().ToString(),
    };

    private static string NamespaceOf(string file)
    {
        var parts = Path.GetDirectoryName(file)!.Split('/')[1..];
        if (parts is [_, "DependencyInjection", ..])
        {
            // What maps endpoints stands beside MapGet, and what registers beside AddSingleton.
            return file.EndsWith("EndpointRouteBuilderExtensions.cs", StringComparison.Ordinal) ? "Microsoft.AspNetCore.Builder" : "Microsoft.Extensions.DependencyInjection";
        }

        parts[0] = parts[0] == "TicketExport.Core" ? "TicketExport" : parts[0];
        return string.Join('.', parts);
    }
}
