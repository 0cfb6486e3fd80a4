#!/usr/bin/env python3
"""Check every span of sheets against the sources, without galley: decode.py SHEETS.jsonl
Decoding a part's spans by the page's charset gives its text, white space removed on both."""
import gzip, html, json, re, sys

C1 = {"cp1252": lambda e: ("".join(map(chr, e.object[e.start:e.end])), e.end)}
__import__("codecs").register_error("c1", C1["cp1252"])
LABEL = {"windows-1252": "cp1252", "iso-8859-8-i": "iso-8859-8", "windows-874": "cp874", "x-mac-cyrillic": "mac_cyrillic"}

def items(content):
    for item in content or []:
        yield item
        yield from items(item.get("content") or item.get("marks"))

def decoded(data, spans, source):
    raw = b"".join(data[a:b] for a, b in spans)
    label = LABEL.get(source["encoding"].lower(), source["encoding"])
    text = raw.decode(label, "c1" if label.startswith("cp") else "replace")
    return text if re.search(r"\.txt(\.gz)?$", source["path"]) else html.unescape(text)

def squeeze(text):
    return re.sub(r"[\s\0\u200b]+", "", text)

parts = wrong = pages = 0
for sheet in map(json.loads, open(sys.argv[1], encoding="utf-8")):
    source, pages = sheet["source"], pages + 1
    data = open(source["path"], "rb").read()
    data = gzip.decompress(data) if data[:2] == b"\x1f\x8b" else data
    for part in items(sheet["content"]):
        if "tag" in part and part.get("text") and part.get("spans") and "from" not in part:
            parts, got = parts + 1, decoded(data, part["spans"], source)
            if squeeze(got) != squeeze(part["text"]):
                wrong += 1
                print(f"{sheet['id']} {part['tag']} {part['spans'][0]}: {got[:60]!r} is not {part['text'][:60]!r}")
print(f"{pages} pages, {parts} parts, {wrong} violations")
sys.exit(wrong > 0)
