namespace TicketExport.Core.Tests.Redaction;

internal static partial class RuleSamples
{
    private static string[] JwtCaught() =>
    [
        .. InContexts(Made.Jwt(), Made.Jwt(400)).Where(static text => !text.StartsWith("MY_", StringComparison.Ordinal)),
        $"encrypted: «{"ey"}JhbGciOiJSU0EtT0FFUCJ9.{Made.Run(20)}.{Made.Run(16)}.{Made.Run(30)}.{Made.Run(22)}»",
        $"unsigned: «{"ey"}JhbGciOiJub25lIn0.{"ey"}J{Made.Run(20)}.»",
    ];

    private static string[] JwtHarmless() =>
    [
        "eyJ",
        "eyJhbGciOiJIUzI1NiJ9",
        "eyJhbGciOiJIUzI1NiJ9.eyJ",
        "eyJhbGciOiJIUzI1NiJ9.short.x",
        $"prefixeyJ{Made.Run(30)}.{Made.Run(30)}.{Made.Run(30)}",
        "<header>.<payload>.<signature>",
        "xxxxx.yyyyy.zzzzz",
        $"EYJ{Made.Run(30)}.{Made.Run(30)}.{Made.Run(30)}",
        "A token has three parts: header.payload.signature",
        "System.Text.Json.JsonSerializer.Deserialize",
        "eyJ.eyJ.sig",
        "https://jwt.example.test/eyJ",
    ];

    private static string[] PemCaught() =>
    [
        $"«{Made.Pem("PRIVATE KEY")}»",
        $"«{Made.Pem("RSA PRIVATE KEY")}»",
        $"«{Made.Pem("EC PRIVATE KEY")}»",
        $"«{Made.Pem("DSA PRIVATE KEY")}»",
        $"«{Made.Pem("OPENSSH PRIVATE KEY")}»",
        $"«{Made.Pem("ENCRYPTED PRIVATE KEY")}»",
        $"«{Made.Pem("PGP PRIVATE KEY BLOCK")}»",
        $"«{Made.Pem("PRIVATE KEY", "\r\n")}»",
        $"\"key\": \"«{Made.Pem("PRIVATE KEY", "\\n")}»\\n\"",
        $"before\n«{Made.Pem("RSA PRIVATE KEY")}»\nafter",
        $"two «{Made.Pem("PRIVATE KEY")}» and «{Made.Pem("EC PRIVATE KEY")}»",
        $"cut off: «-----{"BEGIN"} RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\n\n{Made.Run(64)}\n{Made.Run(30)}»",
    ];

    private static string[] PemHarmless() =>
    [
        $"-----{"BEGIN"} PRIVATE KEY-----",
        $"Remove the lines from -----{"BEGIN"} RSA PRIVATE KEY----- to -----{"END"} RSA PRIVATE KEY-----.",
        Made.Pem("CERTIFICATE"),
        Made.Pem("PUBLIC KEY"),
        Made.Pem("RSA PUBLIC KEY"),
        Made.Pem("CERTIFICATE REQUEST"),
        Made.Pem("PGP SIGNATURE"),
        Made.Pem("PGP PUBLIC KEY BLOCK"),
        $"-----{"BEGIN"} PRIVATE KEY-----\n...\n-----{"END"} PRIVATE KEY-----",
        $"-----{"BEGIN"} PRIVATE KEY-----\n<your key>\n-----{"END"} PRIVATE KEY-----",
        "A PRIVATE KEY was found in the image.",
        "-----BEGIN a line that never ends with PRIVATE KEY and is longer than every label is-----",
    ];

    private static string[] UrlCaught() =>
    [
        "https://«ana:hunter2»@git.example.test/repo.git",
        "ftp://«ana:hun:ter2»@files.example.test",
        "postgres://«app:p%40ss»@db.example.test:5432/app",
        "See https://«:token1»@host.example.test/x.",
        "https://shop.example.test/reset?token=«3f9a8b7c6d5e»",
        "https://shop.example.test/a?x=1&access_token=«3f9a8b7c6d5e»&y=2",
        "https://shop.example.test/#access_token=«3f9a8b7c6d5e»&state=1",
        $"https://acme.blob.core.windows.net/c/b.png?sv=2024-11-04&sig=«{Made.Run(43)}%3D»",
        $"https://b.s3.amazonaws.com/k?X-Amz-Credential=«{Made.Run(20)}%2F20260101»&X-Amz-Signature=«{Made.Run(64)}»",
        $"https://storage.googleapis.com/b/o?X-Goog-Signature=«{Made.Run(64)}»",
        "GET /login?user=ana&password=«hunter2» HTTP/1.1",
        "href=\"/go?a=1&amp;api_key=«3f9a8b7c6d5e»\"",
        "(https://x.example.test/?apikey=«3f9a8b7c6d5e»)",
        "[link](https://x.example.test/?client_secret=«3f9a8b7c6d5e»)",
        "https://x.example.test/?TOKEN=«3f9a8b7c6d5e»",
    ];

    private static string[] UrlHarmless() =>
    [
        "https://shop.example.test/checkout?step=2&lang=de",
        "ssh://git@git.example.test/repo.git",
        "git@git.example.test:acme/shop.git",
        "https://user:<password>@host.example.test",
        "https://${USER}:${PASSWORD}@host.example.test",
        "https://user:***@host.example.test",
        "https://shop.example.test/reset?token=<token>",
        "https://shop.example.test/reset?token={token}",
        "https://shop.example.test/reset?token=",
        "\"/reset?token=\" + token",
        "https://x.example.test/?tokens=100&keyword=shoes",
        "https://x.example.test/?page=2&sort=key",
        "Send ?token=abc in the query.",
        "https://example.test:8443/path@2",
        "var token=createTokenForSession();",
        "https://x.example.test/@scope/package",
        "time 12:30://x@",
    ];

    private static string[] HeaderCaught() =>
    [
        $"Authorization: Bearer «{Made.Run(40)}»",
        "authorization: bearer «s3cr3t-canary»",
        "Authorization: Basic «YW5hOmh1bnRlcjI=»",
        $"Authorization: token «{Made.Run(40)}»",
        $"\"Authorization\": \"Bearer «{Made.Run(40)}»\"",
        $"-H 'Authorization: Bearer «{Made.Run(40)}»' https://api.example.test",
        $"Proxy-Authorization: Basic «{Made.Run(20)}»",
        $"Authorization: «{Made.Run(32)}»",
        $"Authorization: AWS4-HMAC-SHA256 «Credential={Made.Run(20)}/20260101/eu-west-1/s3/aws4_request, SignedHeaders=host, Signature={Made.Run(64)}»\nHost: x",
        "Authorization: Digest «username=\"ana\", realm=\"shop\", response=\"6629fae49393a05397450978507c4ef1\"»",
        $"The client sent Bearer «{Made.Run(30)}».",
        $"X-Api-Key: «{Made.Run(32)}»",
        $"PRIVATE-TOKEN: «{Made.Run(20)}»",
        $"x-auth-token=«{Made.Run(20)}»",
    ];

    private static string[] HeaderHarmless() =>
    [
        "The Authorization header is missing.",
        "Authorization: Bearer <token>",
        "Authorization: Bearer ${TOKEN}",
        "Authorization: Basic authentication is turned on.",
        "Authorization: required for every endpoint",
        "Authorization: Bearer ...",
        "Use bearer authentication throughout.",
        "A bearer of-unforeseen-consequences walks in.",
        "Bearer tokens expire after 3600 seconds.",
        "WWW-Authenticate: Bearer realm=\"shop\"",
        "X-Api-Key: <key>",
        "Set the x-api-key header: see the manual.",
        "authorization = await authorize(user);",
        "options.Authorization = AuthorizationOptions.Default;",
    ];

    private static string[] ConnectionCaught() =>
    [
        "Server=db.example.test;Database=shop;User Id=sa;Password=«hunter2»;",
        "Server=db;User Id=sa;Password=«correct horse»",
        "Password=«hunter2»;Server=db",
        "Data Source=db;Initial Catalog=shop;User ID=app;Pwd=«hunter2»;Encrypt=true",
        "Host=db; Username=app; Password = «hunter2»; Database=shop",
        "\"ConnectionStrings:Shop\": \"Host=db;Username=app;Password=«hunter2»\"",
        "<add connectionString='Server=db;Uid=app;Pwd=«hunter2»' />",
        "host=db port=5432 user=app password=«hunter2» dbname=shop",
        "connect(host=\"db\", password=\"«hunter2»\")",
        "SERVER=db;UID=app;PWD=«hunter2»;",
        "Driver={ODBC};Server=db;Database=shop;Uid=app;Pwd=«p@ss,w)rd»;",
        "first line\nServer=db;Password=«hunter2»;\nlast line",
        "Server=db;User Id=sa;Password='«hunter2»';",
    ];

    private static string[] ConnectionHarmless() =>
    [
        "Server=db;Database=shop;Integrated Security=true;",
        "Server=db;User Id=sa;Password=<password>;",
        "Server=db;User Id=sa;Password=${DB_PASSWORD};",
        "Server=db;User Id=sa;Password=%DB_PASSWORD%;",
        "Server=db;User Id=sa;Password=***;",
        "Server=db;User Id=sa;Password=;",
        "connect(host=host, password=password)",
        "The server asks for a password.",
        "password = input('Password: ')",
        "if (user.password === password) { return server.login(user); }",
        "var password = document.getElementById('password').value;",
        "input[type=password] { color: red; }",
        "<input type=\"password\" name=\"pwd\">",
        "$ pwd\n",
    ];
}
