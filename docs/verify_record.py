#!/usr/bin/env python3
"""Verifies a record by the words of records.md and nothing of the program. Usage: verify_record.py FILE"""
import hashlib, json, sys


def verdict(data):
    kept = data.rstrip(b"\0")  # A power cut can leave zero bytes.
    *lines, rest = kept.split(b"\n")
    previous, ended = b"", False
    for number, line in enumerate(lines):
        body, _, own = line.rpartition(b',"hash":"')
        body += b"}"
        digest = hashlib.sha256(previous + b"\n" + body).hexdigest().encode()
        if ended or own != digest + b'"}':
            return f"altered at line {number + 1}"
        entry = json.loads(body)
        if entry["seq"] != number or (entry["type"] == "header") != (number == 0):
            return f"altered at line {number + 1}"
        previous, ended = digest, entry["type"] == "summary"
    if ended:
        return "intact" if kept == data and not rest else f"altered at line {len(lines) + 1}"
    # What follows the last line feed is torn if it begins as the next line would.
    start = b'{"seq":%d,"t":' % len(lines)
    if rest[: len(start)] != start[: len(rest)]:
        return f"altered at line {len(lines) + 1}"
    return f"truncated after line {len(lines)}"


found = verdict(open(sys.argv[1], "rb").read())
print(found)
sys.exit(0 if found == "intact" else 1)
