#!/usr/bin/env bash
# Brings every PublicAPI.Unshipped.txt up to date with the code: adds what is new, drops what is gone.
# Read the diff afterwards: each added line is a promise to users.
set -euo pipefail
cd "$(dirname "$0")/.."
log=$(mktemp)
trap 'rm -f "$log"' EXIT
for round in 1 2 3; do
  dotnet build TicketExport.sln --no-incremental -p:TreatWarningsAsErrors=false -p:EnforceCodeStyleInBuild=false > "$log" 2>&1 || true
  python3 - "$log" <<'PY' && break
import re, sys, os
changed = False
add, drop = {}, {}
for line in open(sys.argv[1], encoding="utf-8"):
    m = re.search(r"(?:warning|error) (RS0016|RS0017|RS0036|RS0037): Symbol '(.*)' is .*\[(.*)\]\s*$", line)
    if not m:
        continue
    folder = os.path.join(os.path.dirname(m[3].split("::")[0]), "PublicAPI")
    (add if m[1] in ("RS0016", "RS0036") else drop).setdefault(folder, set()).add(m[2])
    if m[1] == "RS0036":
        drop.setdefault(folder, set()).add(re.sub("[?!]", "", m[2]))
for folder in set(add) | set(drop):
    path = os.path.join(folder, "PublicAPI.Unshipped.txt")
    lines = set(open(path, encoding="utf-8").read().split("\n")) - {"", "#nullable enable"}
    lines |= add.get(folder, set())
    lines -= drop.get(folder, set())
    open(path, "w", encoding="utf-8", newline="\n").write("\n".join(["#nullable enable", *sorted(lines)]) + "\n")
    changed = True
sys.exit(1 if changed else 0)
PY
done
git diff --stat -- '*PublicAPI.Unshipped.txt'
