#!/usr/bin/env python3
"""Hold every span of sheets against the sources, without galley: decode.py SHEETS.jsonl"""
import codecs, gzip, html, json, re, sys

codecs.register_error("c1", lambda e: ("".join(map(chr, e.object[e.start:e.end])), e.end))
LABELS = {"windows-1252": "cp1252", "windows-874": "cp874", "x-mac-cyrillic": "mac_cyrillic", "iso-8859-8-i": "iso-8859-8",
          "gbk": "gb18030", "shift_jis": "cp932", "euc-kr": "cp949", "big5": "big5hkscs"}

def parts_of(content):
    for item in content or []:
        if "tag" in item and "from" not in item and item.get("text") and item.get("spans"):
            yield item
        yield from parts_of(item.get("content") or item.get("marks"))

def readings(data, spans, source):
    """What the bytes may say: flat text is as it stands, HTML has references; in XML there is CDATA without, and HTML
    in escaped text, whose references are escaped themselves."""
    label = LABELS.get(source["encoding"].lower(), source["encoding"])
    ending = re.search(r"\.(\w+?)(\.gz)?$", source["path"])
    rounds = {"txt": (0,), **dict.fromkeys(("xml", "rss", "atom", "nitf", "xhtml"), (1, 2, 0))}.get(ending and ending[1], (1,))
    texts = [data[a:b].decode(label, "c1" if label[:2] == "cp" else "replace") for a, b in spans]
    for count in rounds:
        read = texts
        for _ in range(count):
            read = [html.unescape(text) for text in read]
        yield "".join(read)

def squeezed(text):
    return re.sub(r"[\s\0]+", "", text)

pages = parts = wrong = 0
for sheet in map(json.loads, open(sys.argv[1], encoding="utf-8")):
    data, pages = open(sheet["source"]["path"], "rb").read(), pages + 1
    data = gzip.decompress(data) if data[:2] == b"\x1f\x8b" else data
    for part in parts_of(sheet["content"]):
        parts, got = parts + 1, list(readings(data, part["spans"], sheet["source"]))
        if squeezed(part["text"]) not in map(squeezed, got):
            wrong += 1
            print(f"{sheet['id']} {part['tag']} {part['spans'][0]}: {got[0][:60]!r} is not {part['text'][:60]!r}")
print(f"{pages} pages, {parts} parts, {wrong} violations")
sys.exit(wrong > 0)
