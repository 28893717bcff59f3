using System.Text;
using System.Text.Json;

namespace TicketExport.Http.GraphQl;

public sealed class GraphQlRequestTests
{
    private const string Document = "query A($id: String!) { issue(id: $id) { id } }";

    [Fact]
    [Trait("Fault", "F167")]
    public void A_request_holds_the_document_as_it_is_and_the_values_beside_it()
    {
        var body = GraphQlRequest.Write(Document, new Dictionary<string, string> { ["id"] = "1\") { hostile }" }, GraphQlTestJsonContext.Default.DictionaryStringString);

        using var json = JsonDocument.Parse(body);
        Assert.Equal(["query", "variables"], json.RootElement.EnumerateObject().Select(static member => member.Name));
        Assert.Equal(Document, json.RootElement.GetProperty("query").GetString());
        Assert.Equal("1\") { hostile }", json.RootElement.GetProperty("variables").GetProperty("id").GetString());
    }

    [Fact]
    public void What_is_not_set_is_left_out_so_that_it_clears_nothing() =>
        Assert.EndsWith(
            "\"variables\":{}}",
            Encoding.UTF8.GetString(GraphQlRequest.Write(Document, new GraphQlTestVariables(null), GraphQlTestJsonContext.Default.GraphQlTestVariables).Span),
            StringComparison.Ordinal);

    [Fact]
    public void A_request_without_a_document_is_refused() =>
        Assert.Throws<ArgumentException>(static () => GraphQlRequest.Write("", [], GraphQlTestJsonContext.Default.DictionaryStringString));
}
