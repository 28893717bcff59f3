namespace CustomProvider.Internal;

// Redmine reads wiki links and macros in the finished page, after Markdown, so no escape of Markdown stops them: "[[Start]]" and
// "{{include(Start)}}" are taken apart by U+2060 WORD JOINER, which has no width. The renderer writes such brackets with a backslash outside
// of code and without one inside, where Redmine leaves them alone.
internal static class RedmineText
{
    private const string Joiner = "\u2060";

    public static string Disarm(string markdown) => TakeApart(TakeApart(markdown, @"\["), @"\{");

    // The second pass meets a third bracket in a row.
    private static string TakeApart(string text, string bracket)
    {
        var apart = bracket + Joiner + bracket;
        return text
            .Replace(bracket + bracket, apart, StringComparison.Ordinal)
            .Replace(bracket + bracket, apart, StringComparison.Ordinal);
    }
}
