namespace TicketExport.Core.Tests.Redaction;

internal static partial class RuleSamples
{
    private const string Home = "/ho" + "me";
    private const string Root = "/ro" + "ot";

    private static string[] PathCaught() =>
    [
        $"at «{Home}/ana/src/shop/server.js:12»",
        $"«{Home}/ana/report.pdf»",
        $"Saved to «/Users/ana/Documents/shot.png».",
        $"«{Root}/.ssh/id_rsa»",
        $"open «C:\\Users\\ana\\Desktop\\shot.png» now",
        "\"path\": \"«C:\\\\Users\\\\ana\\\\shot.png»\"",
        "«C:/Users/ana/src/app.cs»",
        "«C:\\Users\\Ana Maria\\My Files\\shot.png»",
        "«D:\\Documents and Settings\\ana\\x.txt»",
        "on «\\\\files01\\evidence\\run 7\\shot.png»",
        "\"«\\\\\\\\files01\\\\evidence\\\\shot.png»\"",
        $"«file://{Home}/ana/x.html»",
        "«file:///C:/build/x.html»",
        "see «s3://acme-evidence/run-7/shot.png».",
        "«gs://acme-evidence/run-7/dump.html»",
        "«abfss://evidence@acme.dfs.core.windows.net/run-7»",
        "«wasbs://evidence@acme.blob.core.windows.net/run-7»",
        "«smb://files01/evidence»",
    ];

    private static string[] PathHarmless() =>
    [
        "app/routes/profile.js",
        "./src/TicketExport.Core/ExportCodes.cs",
        $"https://shop.example.test{Home}/products/list/all",
        "/Users/Details/5",
        $"{Home}/about/team",
        "GET /Users/ana/orders/5.json",
        "/users/ana/src/app.js is a route",
        "/usr/local/bin/node",
        "/etc/passwd",
        "C:\\Windows\\System32\\drivers",
        "C:\\Users\\<user>\\Desktop",
        "C:\\Users\\%USERNAME%\\Desktop",
        "s3://<bucket>/<key>",
        "s3://",
        "file://",
        "a regular expression such as \\\\d+\\\\w",
        "'\\\\n\\\\t'",
        "https://acme.example.test/s3/object",
        "profile://settings",
        "TeX writes \\\\ for a new line",
    ];

    private static string[] EmailCaught() =>
    [
        "«ana@shop.example»",
        "Ask «ana.maria+tickets@mail.shop.example».",
        "<«ana@shop.example»>",
        "mailto:«ana@shop.example»",
        "\"«ANA@SHOP.EXAMPLE»\"",
        "ana «a_b-c%d@shop.co.uk», bob",
        "(«o'neil@shop.example»)",
        "user=«ana@shop.example»&x=1".Replace("user=«", "user: «", StringComparison.Ordinal),
        "«1234@shop.example»",
        "«ana@xn--bcher-kva.example»",
        "two: «ana@shop.example»; «bob@shop.example»",
        "ends with a dot «ana@shop.example».",
        "«ana@a.b.c.d.example»\nnext",
    ];

    private static string[] EmailHarmless() =>
    [
        "@media (max-width: 600px)",
        "npm install @angular/core@17.0.1",
        "git@git.example.test:acme/shop.git",
        "icon@2x.png",
        "jquery@3.7.1.min.js",
        "decorators such as @Component",
        "meet @ 12:30",
        "user@localhost",
        "a@b",
        "ping @ana and @bob",
        "lodash@4.17.21",
        "x @ y.z",
        "price@10.50",
    ];

    private static string[] CardCaught() =>
    [
        "«4" + "111111111111111»",
        "card «4" + "111 1111 1111 1111».",
        "«4" + "111-1111-1111-1111»",
        "«5" + "555555555554444»",
        "«5" + "105 1051 0510 5100»",
        "«2" + "223003122003222»",
        "«3" + "78282246310005»",
        "«3" + "782 822463 10005»",
        "«6" + "011111111111117»",
        "«3" + "530111333300000»",
        "«3" + "0569309025904»",
        "pan=«4" + "242424242424242»;",
        "\"«4" + "000056655665556»\"",
    ];

    private static string[] CardHarmless() =>
    [
        "4111111111111112",
        "4111 1111 1111 1112",
        "1767225600000",
        "0198a0c1-f3d2-7b6e-8a4c-5d6e7f809102",
        "4444444444444444",
        "order 41111111111111111111",
        "v4111111111111111",
        "4111111111111111a",
        "411 1111 1111 111111",
        "4111.1111.1111.1111",
        "2026-01-31 12:30:45",
        "+49 30 1234567 89",
        "1.4111111111111111",
        "978-3-16-148410-0",
    ];

    private static string[] IbanCaught() =>
    [
        "«DE" + "89370400440532013000»",
        "IBAN: «DE" + "89 3704 0044 0532 0130 00».",
        "«GB" + "29NWBK60161331926819»",
        "«GB" + "29 NWBK 6016 1331 9268 19»",
        "«FR" + "1420041010050500013M02606»",
        "«NL" + "91ABNA0417164300»",
        "(«CH" + "9300762011623852957»)",
        "«ES" + "9121000418450200051332»",
        "«BE" + "68539007547034»",
        "«AT" + "611904300234573201»",
        "«NO" + "9386011117947»",
        "\"«IT" + "60X0542811101000000123456»\"",
        "«MT" + "84MALT011000012345MTLCAST001S», paid",
    ];

    private static string[] IbanHarmless() =>
    [
        "DE88370400440532013000",
        "DE8937040044053201300",
        "DE893704004405320130001",
        "ZZ89370400440532013000",
        "de89370400440532013000",
        "XDE89370400440532013000",
        "DE89 and more",
        "CVE-2026-12345",
        "GB29",
        "SHOP-8937040044",
        "RFC2119",
        "AB12CD34EF56AB12CD34EF56",
        "DE89370400440532013000x",
    ];
}
