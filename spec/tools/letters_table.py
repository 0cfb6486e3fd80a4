"""letters_table.py: makes core/letters_table.h, the cases of letters as Unicode has them:
    python3 spec/tools/letters_table.py > core/letters_table.h
A run is of one case, or of both in turns, the capital first. With --check it says whether the
table's letters have their case in this Python's Unicode too, which may know more of them."""
import re
import sys
import unicodedata

def case(c):
    category = unicodedata.category(chr(c))
    return {"Lu": "U", "Lt": "U", "Ll": "L"}.get(category, " ")

def runs():
    kinds = "".join(case(c) for c in range(0x1F000))
    at = 0
    while at < len(kinds):
        if kinds[at] == " ":
            at += 1
            continue
        same = at
        while same < len(kinds) and kinds[same] == kinds[at]:
            same += 1
        turns = at
        while turns < len(kinds) and kinds[turns] == "UL"[(turns - at) % 2]:
            turns += 1
        if turns - at > max(2, same - at):
            turns -= (turns - at) % 2
            yield at, turns - 1, "TURNS"
            at = turns
        else:
            yield at, same - 1, "UPPER" if kinds[at] == "U" else "LOWER"
            at = same

def check(path):
    for first, last, kind in re.findall(r"{0x(\w+), 0x(\w+), (\w+)}", open(path).read()):
        for c in range(int(first, 16), int(last, 16) + 1):
            wanted = kind[0] if kind != "TURNS" else "UL"[(c - int(first, 16)) % 2]
            if case(c) != wanted:
                sys.exit(f"U+{c:04X} is {case(c)}, not {wanted}")

if "--check" in sys.argv:
    check("core/letters_table.h")
    sys.exit()
rows = list(runs())
print(f"/* letters_table.h: the letters that have a case, by Unicode {unicodedata.unidata_version}: runs in rising order.")
print("   Written by spec/tools/letters_table.py; do not edit. */")
line = ""
for first, last, kind in rows:
    item = f"{{0x{first:04X}, 0x{last:04X}, {kind}}},"
    if len(line) + len(item) > 116:
        print(" " + line)
        line = ""
    line += " " + item
print(" " + line)
