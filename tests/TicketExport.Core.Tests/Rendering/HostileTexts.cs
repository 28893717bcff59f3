namespace TicketExport.Core.Tests.Rendering;

// Texts that a Markdown parser or a tracker would act on, each also behind and before ordinary words and on a line of its own.
internal static class HostileTexts
{
    private static readonly string[] Seeds =
    [
        "*a*", "**a**", "_a_", "__a__", "***a***", "~~a~~", "~a~", "^a^", "==a==", "++a++", "\"\"a\"\"", "`a`", "``a`b``", "`",
        "\\*a\\*", "\\\\*a*", "a\\", "\\", "\\`a`", "a*b*c", "snake_case_", "_leading", "1*2*3",
        "# a", "###### a", "#", "a\n===", "a\n---", "a\n-", "a\n=", "## a ##", "a #", "#a",
        "- a", "+ a", "* a", "-", "+", "*", "1. a", "1) a", "123456789. a", "a. b", "i. b", "iv) b", "B. Smith", "- [ ] a", "- [x] a", "[ ] a", "[x] a", "x", "X",
        "> a", ">", ">>> a", "> [!NOTE]\n> a", "---", "- - -", "***", "* * *", "___", "_ _ _", "+++", "~~~", "~~~js\na\n~~~",
        "```", "```js\nalert(1)\n```", "````", "`````a", "```mermaid\ngraph TD\n```", "$$\nx\n$$", "$x$", "$`x`$", "\\(x\\)", "\\[x\\]", "$5 and $10",
        "[a](https://evil.example)", "[a](javascript:alert(1))", "[a][b]\n\n[b]: https://evil.example", "[b]: https://evil.example", "[a]: <javascript:x>",
        "[^1]\n\n[^1]: note", "[^1]: note", "^[note]", "[[_TOC_]]", "[TOC]", "[[page]]", "[issue:1]", "[vulnerability:1]", "[-a-]", "[+a+]", "{+a+}", "{-a-}",
        "![a](https://evil.example/beacon.png)", "![a][b]", "[![a](https://evil.example/x)](https://evil.example)", "a](https://evil.example)", "](x)", "a]: b",
        "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<a href=\"https://evil.example\">a</a>", "<!-- a -->", "--> a", "<!--", "<?php a ?>", "<![CDATA[a]]>", "<!DOCTYPE html>",
        "</details>", "<b>a</b>", "<svg/onload=alert(1)>", "<iframe src=//evil.example>", "<https://evil.example>", "<a@evil.example>", "<javascript:alert(1)>", "<1", "a < b <= c > d", "<!channel>", "<@U123>",
        "https://evil.example", "http://evil.example/a_b_c?d=e&f=g#h", "HTTPS://EVIL.EXAMPLE", "(https://evil.example)", "\"https://evil.example\"", "*https://evil.example*", "~https://evil.example~",
        "ftp://evil.example", "xmpp:a@evil.example", "mailto:a@evil.example", "tel:+123456", "www.evil.example", "(www.evil.example)", "WWW.EVIL.EXAMPLE", "a@evil.example", "a.b+c@evil.example", "https://user:pw@evil.example", "https://a`b`c", "`https://a", "https://a|b", "|https://a", "\\https://a", "[https://a](https://b)", "[x]:https://a[", "[a`]: https://b`", "javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "http://[::1]/", "https://", "://", "www.",
        "&lt;script&gt;", "&#60;b&#62;", "&copy;", "&amp;lt;", "&", "&a", "&#", "R&D; x", "&#x3c;b&#x3e;",
        "a | b\n--- | ---\nc | d", "| a | b |\n|---|---|\n| c | d |", "|", "a|b", "+---+\n| a |\n+---+", "a\\|b", "`a|b`",
        "@everyone", "@here", "@user", "@org/team", "@all", "cc @user.", "(@user)", "@[Name](id)", "[~user]", "[~accountid:123]", "@@user", "＠user", "@_user", "@-user",
        "#123", "GH-123", "gh-1", "owner/repo#1", "!45", "group/project!45", "&12", "$12", "%1", "%\"v 1\"", "~bug", "~\"a b\"", "fixes #1", "Closes: #1", "resolves GH-1", "fixes https://github.com/a/b/issues/1", "AB#12", "##1",
        "/close", "/assign @user", "/label ~bug", "text\n/close", "  /close", "/shrug", "/me x",
        "---\ntitle: a\n---\nb", "+++\na\n+++", ";;;\n{}\n;;;", "{#id .class}", "a {.b onclick=x}", "{{ 7*7 }}", "{% include x %}", "::: note\na\n:::", ":::a", "::a::", "std::vector", "::include{file=a}",
        ": a", "a\n: b", "a\n:   b", "*[HTML]: a", "^^^\na\n^^^", "^^ a", "\"\"\"", ":smile:", ":+1:", "a:b:c", "arn:aws:s3:::a", "12:30:45",
        "    code", "\tcode", "a\n    b", "  a", "a  \nb", "a\\\nb", "a\n\n\n\nb", "\n\na", " ", "", "\u00A0", "\u3000# a", "a\u00A0#1",
        "a\r\nb", "a\rb", "a\u2028# b", "a\u2029- b", "a\0b", "\uFEFF# a", "\u200B# a", "\u202Eevil", "@\u200Buser", "#\u20601", "htt\u200Bps://evil.example", "\u2066a\u2069", "\uE000", "😀@user", "😀https://evil.example", "日本語www.evil.example",
        "{code}a{code}", "{html}<b>{html}", "h1. a", "bq. a", "!image.png!", "||a||b||", "{color:red}a{color}", "=cmd|' /C calc'!A0", "%%{init: {}}%%", "C# and C++ and F#", "50% of #1 & #2",
    ];

    public static IReadOnlyList<string> All { get; } =
        [.. Seeds, .. Seeds.Select(seed => "before " + seed + " after"), .. Seeds.Select(seed => "line\n" + seed + "\nline"), .. Seeds.Select(seed => seed + seed)];
}
