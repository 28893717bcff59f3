using TicketExport.Redaction;

namespace TicketExport.Core.Tests.Redaction;

/// <summary>Text as findings hold it: all rules that are on by default must let it through.</summary>
public sealed class HarmlessTextTests
{
    public static TheoryData<string> Texts =>
    [
        "The checkout form drops its validation state after a failed payment. Customers see an empty page, reload, and pay twice.",
        "0198a0c1-f3d2-7b6e-8a4c-5d6e7f809102",
        "commit 449172e1c0ffee5c8b7a6d5e4f3a2b1c0d9e8f70 broke it",
        "sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
        "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
        "<script src=\"https://cdn.example.test/x.js\" integrity=\"sha384-oqVuAfXRKap7fdgcCY5uykM6+R9GqQ8K/uxy9rx7HNQlGYl1kPzQho1wx4JwY8wC\"></script>",
        "a:hover { background: url(https://cdn.example.test/i.png?v=3) #ff0080; content: \"\\\\201C\"; }",
        "@media (max-width: 600px) { .token-key { color: rebeccapurple; } }",
        "System.NullReferenceException: Object reference not set.\n   at Shop.Cart.Total(Order order) in src/Shop/Cart.cs:line 42\n   at Shop.Program.Main()",
        "Traceback (most recent call last):\n  File \"app/views.py\", line 12, in get\nKeyError: 'token'",
        "TypeError: undefined is not a function\n    at Object.<anonymous> (/usr/src/app/server.js:14:7)\n    at node:internal/modules/cjs/loader:1105:14",
        "https://shop.example.test/search?q=red+shoes&page=2&sort=price&utm_source=news#results",
        "https://github.com/acme/shop/blob/main/src/cart.js#L10-L20",
        "GET /users/42/orders?limit=10 HTTP/1.1\nHost: shop.example.test\nAccept: */*",
        "WWW-Authenticate: Bearer realm=\"shop\", error=\"invalid_token\"",
        "Set-Cookie without the Secure attribute: session; Path=/; HttpOnly",
        "Content-Security-Policy: default-src 'self'; script-src 'nonce-r4nd0m' 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='",
        "const password = req.body.password;\nif (password === user.password) { next(); }",
        "var token = jwt.sign({ id: user.id }, process.env.SECRET, { expiresIn: '1h' });",
        "app.use(session({ secret: process.env.SESSION_SECRET, key: 'sessionId' }));",
        "db.connect('mongodb://localhost:27017/nodegoat', { useNewUrlParser: true });",
        "var regexPattern = /([0-9]+)+\\#/; // nested quantifiers",
        "new Regex(@\"\\\\d+\\\\.\\\\d+\\\\\\w\", RegexOptions.None)",
        "SELECT * FROM users WHERE password = @password AND server = 'eu';",
        "Store the connection string in a vault: Server=...;Password=<from the vault>;",
        "Rotate API keys, tokens and passwords; do not log the Authorization header.",
        "CVE-2026-12345, CWE-798, CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H",
        "arn:aws:s3:::acme-public/*, arn:aws:iam::123456789012:role/Deploy",
        "npm ERR! 404 npm_config_registry is not set; see npm help 7 config",
        "Контрольная сумма не совпадает. 校验和不匹配。 チェックサムが一致しません。",
        "|column|value|\n|---|---|\n|key|a|\n\n-----\n\n----- BEGIN of the table -----",
        "Expected: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\nActual:   bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb",
    ];

    [Theory]
    [MemberData(nameof(Texts))]
    public void Ordinary_text_of_findings_passes(string text)
    {
        Assert.Empty(new RedactionGate(new RedactionOptions()).Inspect("$.summary", text).Findings);
    }
}
