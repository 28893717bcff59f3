namespace TicketExport.Samples.Host;

/// <summary>A page that lists what the OpenAPI document describes.</summary>
internal static class ApiPage
{
    public const string Html = """
        <!doctype html>
        <html lang="en">
        <meta charset="utf-8">
        <title>TicketExport host</title>
        <style>body { font: 16px/1.5 system-ui; margin: 2rem auto; max-width: 60rem } code { background: #eee }</style>
        <h1>TicketExport host</h1>
        <p>The whole description is at <a href="/openapi/v1.json">/openapi/v1.json</a>.</p>
        <ul id="operations"></ul>
        <script type="module">
          const api = await (await fetch("/openapi/v1.json")).json();
          for (const [path, methods] of Object.entries(api.paths)) {
            for (const [method, operation] of Object.entries(methods)) {
              const line = document.createElement("li");
              const call = document.createElement("code");
              call.textContent = `${method.toUpperCase()} ${path}`;
              line.append(call, ` ${operation.summary ?? ""}`);
              document.getElementById("operations").append(line);
            }
          }
        </script>
        </html>
        """;
}
