using System.Text.Json.Nodes;

namespace TicketExport.Testing.Internal;

// Carries out a document and answers with what it selects.
internal sealed class LinearResolver(LinearStore store)
{
    private const int DefaultPage = 50;

    private readonly LinearMutations _mutations = new(store);

    public FakeHttpReply Answer(FakeHttpRequest request)
    {
        string? root = null;
        try
        {
            var operation = LinearDocumentReader.Read(request);
            foreach (var field in operation.Fields)
            {
                LinearSchema.CheckRoot(operation, field);
            }

            var data = new JsonObject();
            LinearIssue? issue = null;
            foreach (var field in operation.Fields)
            {
                root = field.Name;
                var (whole, touched) = Resolve(field);
                issue = touched ?? issue;
                data[field.Name] = LinearProjection.Of(whole, field.Fields, operation);
            }

            return LinearReplies.Data(data) with { Marker = issue?.Marker, TicketKey = issue?.Identifier };
        }
        catch (LinearException refused)
        {
            var isBroken = refused.Problem.Type == "graphql error";
            return LinearReplies.Error(isBroken ? 400 : 200, refused.Problem with { Path = isBroken ? null : root });
        }
    }

    private (JsonObject Whole, LinearIssue? Touched) Resolve(LinearField field) => field.Name switch
    {
        "viewer" => (LinearNodes.Viewer(store), null),
        "teams" => (Page(field, store.Teams.Select(LinearNodes.Team)), null),
        "issueLabels" => (Page(field, store.Labels.Select(LinearNodes.Label)), null),
        "users" => (Page(field, store.Users.Select(LinearNodes.User)), null),
        "issue" => ReadIssue((string)field.Arguments["id"]!),
        "issues" => (Page(field, Listed(field)), null),
        "issueCreate" => _mutations.CreateIssue(Input(field)),
        "issueUpdate" => _mutations.UpdateIssue((string)field.Arguments["id"]!, Input(field)),
        "issueUnarchive" => _mutations.UnarchiveIssue((string)field.Arguments["id"]!),
        "commentCreate" => _mutations.CreateComment(Input(field)),
        "attachmentCreate" => (_mutations.CreateAttachment(Input(field)), null),
        "issueLabelCreate" => (_mutations.CreateLabel(Input(field)), null),
        _ => throw new LinearException(LinearProblem.Schema($"Cannot query field \"{field.Name}\".")),
    };

    private (JsonObject Whole, LinearIssue? Touched) ReadIssue(string id) => store.Find(id) is { } issue
        ? (LinearNodes.Issue(issue, store), issue)
        : throw new LinearException(LinearProblem.NotFound("Issue"));

    private IEnumerable<JsonObject> Listed(LinearField field) => store.Issues
        .Where(issue => !issue.IsPurged && (issue.ArchivedAt is null || field.Arguments["includeArchived"] is { } archived && (bool)archived))
        .Select(issue => LinearNodes.Issue(issue, store));

    private static JsonObject Page(LinearField field, IEnumerable<JsonObject> all)
    {
        var first = field.Arguments["first"] is { } wanted ? (int)wanted.GetValue<double>() : DefaultPage;
        return LinearNodes.Connection(all.Where(node => LinearFilter.Fits(node, field.Arguments["filter"] as JsonObject)).Take(first));
    }

    private static JsonObject Input(LinearField field) => field.Arguments["input"]!.AsObject();
}
