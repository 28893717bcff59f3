#!/usr/bin/env python3
"""Recomputes docs/vectors with nothing but Python's hashlib and hmac, so that the vectors do not rest on this library."""
import base64
import hashlib
import hmac
import json
import pathlib
import sys

VECTORS = pathlib.Path(__file__).resolve().parent.parent / "docs" / "vectors"
wrong = []
count = 0


def load(name):
    return json.loads((VECTORS / name).read_text(encoding="utf-8"))


def check(kind, name, expected, actual):
    global count
    count += 1
    if expected != actual:
        wrong.append(f"{kind}, {name}: the file says {expected}, computed {actual}")


def sha256(data):
    return hashlib.sha256(data).hexdigest()


def frame(version, fields):
    parts = [version.encode() + b"\n"]
    for field in fields:
        data = None if field is None else field.encode("utf-8")
        parts.append(b"-," if data is None else b"%d:%s," % (len(data), data))
    return b"".join(parts)


def sign(secret, signed):
    return "sha256=" + hmac.new(secret.encode("utf-8"), signed.encode("utf-8"), hashlib.sha256).hexdigest()


identity = load("identity.json")
for v in identity["fingerprints"]:
    framed = frame("fp.v1", [v["account_id"], v["project_id"], v["source_type"], v["record_id"], v["source_fingerprint"]])
    check("framed", v["name"], v["framed"], framed.decode("utf-8"))
    check("fingerprint", v["name"], v["fingerprint"], sha256(framed))
for v in identity["idempotency_keys"]:
    framed = frame("ik.v1", [v["fingerprint"], v["target_id"], str(v["generation"])])
    check("idempotency key", v["name"], v["idempotency_key"], sha256(framed))
for v in identity["markers"]:
    check("marker", v["name"], v["marker"], f"ticketexport-{v['fingerprint']}-g{v['generation']}")
for v in identity["guard_keys"]:
    suffix = ":" + v["target_id"] if v["link_scope"] == "PerTarget" else ""
    check("guard key", v["name"], v["guard_key"], v["fingerprint"] + suffix)

def sign_standard(secret, signed):
    key = base64.b64decode(secret.removeprefix("whsec_"))
    return "v1," + base64.b64encode(hmac.new(key, signed.encode("utf-8"), hashlib.sha256).digest()).decode("ascii")


signatures = load("signatures.json")
for v in signatures.pop("standard_webhooks"):
    made = [sign_standard(secret, f"{v['id']}.{v['timestamp']}.{v['body']}") for secret in v["secrets"]]
    if v["signed_with"] is not None:
        check("Standard Webhooks", v["name"], v["signature"], " ".join(made[index] for index in v["signed_with"]))
    elif v["verdict"] in ("Valid", "Mismatch"):
        check("Standard Webhooks", v["name"], v["verdict"] == "Valid", bool(set(made) & set(v["signature"].split(" "))))
for profile, vectors in signatures.items():
    for v in vectors:
        signed = f"{v['timestamp']}.{v['nonce']}.{v['body']}" if profile == "export" else v["body"]
        made = [sign(secret, signed) for secret in v["secrets"]]
        if v["signed_with"] is not None:
            check(profile, v["name"], v["signature"], made[v["signed_with"]])
        elif v["verdict"] == "Mismatch":
            check(profile, v["name"], False, v["signature"] in made)

for v in load("canonical-json.json")["canonical"]:
    check("canonical JSON", v["name"], json.loads(v["input"]), json.loads(v["output"]))
    check("canonical JSON hash", v["name"], v["sha256"], sha256(v["output"].encode("utf-8")))

print("\n".join(wrong) if wrong else f"{count} values agree")
sys.exit(1 if wrong else 0)
