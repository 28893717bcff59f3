namespace TicketExport.Quickstart.Tests.Sarif.Internal;

public sealed class RuleTableTests
{
    private const string Tool =
        """
        "tool":{
          "driver":{"name":"Probe","rules":[
            {"id":"R1","shortDescription":{"text":"driver one"}},
            {"id":"R2","guid":"11111111-0000-4000-8000-000000000000","shortDescription":{"text":"driver two"}}]},
          "extensions":[null,{"name":"Pack","guid":"22222222-0000-4000-8000-000000000000","rules":[
            {"id":"P1","shortDescription":{"text":"pack one"}},{"id":"R1","shortDescription":{"text":"pack R1"}}]}]}
        """;

    [Theory]
    [InlineData("\"ruleId\":\"R2\"", "R2", "driver two")]
    [InlineData("\"ruleIndex\":1", "R2", "driver two")]
    [InlineData("\"ruleId\":\"R2/sub\",\"ruleIndex\":1", "R2/sub", "driver two")]
    [InlineData("\"ruleId\":\"R2/sub/more\"", "R2/sub/more", "driver two")]
    [InlineData("\"ruleId\":\"R1\",\"ruleIndex\":1", "R1", "driver one")]
    [InlineData("\"ruleId\":\"R1\",\"ruleIndex\":-1", "R1", "driver one")]
    [InlineData("\"ruleId\":\"R1\",\"ruleIndex\":99", "R1", "driver one")]
    [InlineData("\"rule\":{\"id\":\"R2\"}", "R2", "driver two")]
    [InlineData("\"rule\":{\"index\":1}", "R2", "driver two")]
    [InlineData("\"rule\":{\"guid\":\"11111111-0000-4000-8000-000000000000\"}", "R2", "driver two")]
    [InlineData("\"rule\":{\"index\":0,\"toolComponent\":{\"index\":1}}", "P1", "pack one")]
    [InlineData("\"rule\":{\"id\":\"R1\",\"toolComponent\":{\"name\":\"Pack\"}}", "R1", "pack R1")]
    [InlineData("\"rule\":{\"index\":0,\"toolComponent\":{\"guid\":\"22222222-0000-4000-8000-000000000000\"}}", "P1", "pack one")]
    [InlineData("\"ruleId\":\"P1\"", "P1", "pack one")]
    [InlineData("\"ruleId\":\"R9\"", "R9", "R9")]
    [InlineData("\"ruleId\":\"R10\",\"ruleIndex\":0", "R10", "R10")]
    public void A_rule_is_found_by_every_way_a_result_may_name_it(string reference, string id, string title)
    {
        var report = SarifText.ReadRun($$"""{{Tool}},"results":[{{{reference}},"message":{"text":"m"} }]""");

        var rule = Assert.Single(report.Findings).Rule;
        Assert.Equal((id, title), (rule.Id, rule.Title));
    }
}
