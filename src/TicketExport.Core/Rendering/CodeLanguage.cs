using System.Buffers;
using System.Collections.Frozen;

namespace TicketExport.Rendering;

internal static class CodeLanguage
{
    private static readonly SearchValues<char> Characters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+#-_.");

    // GitHub and GitLab draw, run or apply code of these languages instead of showing it.
    private static readonly FrozenSet<string> Drawn = FrozenSet.ToFrozenSet(
        [
            "actdiag", "blockdiag", "bpmn", "bytefield", "c4plantuml", "d2", "dbml", "ditaa", "dot", "erd", "excalidraw", "geojson", "glql", "graphviz",
            "math", "mermaid", "nomnoml", "nwdiag", "packetdiag", "pikchr", "plantuml", "rackdiag", "seqdiag", "stl", "structurizr", "suggestion",
            "svgbob", "topojson", "umlet", "vega", "vegalite", "wavedrom",
        ],
        StringComparer.OrdinalIgnoreCase);

    // The language as a plain word; empty where there is none, or where it would do more than colour the text.
    public static string Of(Block.Code code)
    {
        var known = code.Language is { Length: > 0 and <= 32 } language
            && !language.AsSpan().ContainsAnyExcept(Characters)
            && !Drawn.Contains(language);
        return known ? code.Language! : "";
    }
}
