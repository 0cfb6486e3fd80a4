#!/usr/bin/env python3
"""make_encodings.py: writes core/source_single.c, the single-byte encodings.

The tables are Python's codecs, corrected where the WHATWG Encoding Standard
differs from them: undefined bytes of the windows code pages in 0x80-0x9F are
the C1 controls of the same number, windows-1255 0xCA is U+05BA, koi8-u has the
short u of koi8-ru. A byte without a character is 0 in the tables.

    python3 spec/tools/make_encodings.py > core/source_single.c
    python3 spec/tools/make_encodings.py --check     # exit 1 if the file differs
"""
import pathlib
import sys

CODECS = [
    ("ibm866", "cp866"),
    *((f"iso-8859-{n}", f"iso8859-{n}") for n in (2, 3, 4, 5, 6, 7, 8, 10, 13, 14, 15, 16)),
    ("koi8-r", "koi8-r"),
    ("koi8-u", "koi8-u"),
    ("macintosh", "mac-roman"),
    ("windows-874", "cp874"),
    *((f"windows-{n}", f"cp{n}") for n in range(1250, 1259)),
    ("x-mac-cyrillic", "mac-cyrillic"),
    ("x-user-defined", None),
]
CORRECTIONS = {
    "koi8-u": {0xAE: 0x045E, 0xBE: 0x040E},
    "windows-1255": {0xCA: 0x05BA},
    "x-mac-cyrillic": {0xA2: 0x0490, 0xB6: 0x0491, 0xFF: 0x20AC},
}


def table(name, codec):
    """The code points of the bytes 0x80 to 0xFF; 0 for none."""
    if codec is None:
        return [0xF700 + byte for byte in range(0x80, 0x100)]
    points = []
    for byte in range(0x80, 0x100):
        try:
            point = ord(bytes([byte]).decode(codec))
        except UnicodeDecodeError:
            point = byte if name.startswith("windows-") and byte < 0xA0 else 0
        points.append(CORRECTIONS.get(name, {}).get(byte, point))
    return points


def symbol(name):
    return "source_" + name.replace("-", "_")


def render():
    out = [
        "/* source_single.c: the single-byte encodings of the WHATWG Encoding Standard:",
        "   the code points of the bytes 0x80 to 0xFF, 0 where a byte stands for nothing.",
        "   Written by spec/tools/make_encodings.py; do not edit. */",
        '#include "source_encoding.h"',
    ]
    for name, codec in CODECS:
        points = table(name, codec)
        out += ["", f"const uint16_t {symbol(name)}[128] = {{"]
        for row in range(0, 128, 12):
            out.append("  " + ", ".join(f"0x{p:04X}" for p in points[row:row + 12]) + ",")
        out.append("};")
    return "\n".join(out) + "\n"


if __name__ == "__main__":
    if sys.argv[1:] == ["--check"]:
        target = pathlib.Path(__file__).resolve().parents[2] / "core" / "source_single.c"
        if target.read_text() != render():
            sys.exit("core/source_single.c is not what spec/tools/make_encodings.py writes")
    else:
        sys.stdout.write(render())
