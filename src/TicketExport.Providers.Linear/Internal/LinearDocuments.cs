namespace TicketExport.Providers.Linear.Internal;

/// <summary>Everything that is ever asked of Linear. Each document names its fields and its page size: Linear counts both.</summary>
internal static class LinearDocuments
{
    /// <summary>Whose the credentials are.</summary>
    public const string Identify =
        "query Identify { viewer { id name displayName email organization { id name urlKey previousUrlKeys } } }";

    /// <summary>The workspace, and what a new issue refers to by id: team, labels and assignee.</summary>
    public const string PrepareIssue = """
        query PrepareIssue($team: TeamFilter!, $labelTeam: NullableTeamFilter!, $labels: [String!]!, $withLabels: Boolean!, $emails: [String!]!, $withUsers: Boolean!) {
          viewer { id name displayName email organization { id name urlKey previousUrlKeys } }
          teams(filter: $team, first: 2) { nodes { id key name archivedAt retiredAt } }
          issueLabels(filter: { name: { in: $labels }, or: [{ team: $labelTeam }, { team: { null: true } }] }, first: 100) @include(if: $withLabels) {
            nodes { id name isGroup team { id } parent { id } }
          }
          users(filter: { email: { in: $emails } }, first: 10) @include(if: $withUsers) { nodes { id email active } }
        }
        """;

    public const string CreateIssue = $$"""
        mutation CreateIssue($input: IssueCreateInput!) { issueCreate(input: $input) { success issue { ...IssueFields } } }
        {{IssueFields}}
        """;

    /// <summary>An issue by the id that an export gave it.</summary>
    public const string FindIssue = $$"""
        query FindIssue($id: String!) { issue(id: $id) { ...IssueFields description } }
        {{IssueFields}}
        """;

    public const string ReadIssue = $$"""
        query ReadIssue($id: String!) { issue(id: $id) { ...IssueFields } }
        {{IssueFields}}
        """;

    /// <summary>Issues by their ids, archived ones too: as many as a page of Linear's holds unless asked for more.</summary>
    public const string ReadIssues = $$"""
        query ReadIssues($ids: [ID!]!) { issues(filter: { id: { in: $ids } }, includeArchived: true, first: 50) { nodes { ...IssueFields } } }
        {{IssueFields}}
        """;

    /// <summary>An issue with the statuses that its team has.</summary>
    public const string ReadStates = $$"""
        query ReadStates($id: String!) {
          issue(id: $id) { ...IssueFields team { states(first: 100) { nodes { id name type position } } } }
        }
        {{IssueFields}}
        """;

    public const string UpdateIssue = $$"""
        mutation UpdateIssue($id: String!, $input: IssueUpdateInput!) { issueUpdate(id: $id, input: $input) { success issue { ...IssueFields } } }
        {{IssueFields}}
        """;

    public const string UnarchiveIssue = "mutation UnarchiveIssue($id: String!) { issueUnarchive(id: $id) { success } }";

    public const string AddComment = "mutation AddComment($input: CommentCreateInput!) { commentCreate(input: $input) { success comment { id } } }";

    public const string AttachLink = "mutation AttachLink($input: AttachmentCreateInput!) { attachmentCreate(input: $input) { success } }";

    public const string CreateLabel = "mutation CreateLabel($input: IssueLabelCreateInput!) { issueLabelCreate(input: $input) { success issueLabel { id } } }";

    private const string IssueFields =
        "fragment IssueFields on Issue { id identifier url updatedAt archivedAt trashed state { id name type } team { id } }";
}
