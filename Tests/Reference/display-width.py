"""Writes the table of wide characters and the widths the tests compare with.

Needs `pip install wcwidth==0.9.4` (Unicode 18.0.0). Run from the top of the project:

    python3 Tests/Reference/display-width.py

It writes Sources/Terminal/Text/WideCharacters.swift and Tests/Reference/display-width.txt.
"""

import wcwidth

assert wcwidth.__version__ == "0.9.4"
assert wcwidth.list_versions()[-1] == "18.0.0"

SURROGATES = range(0xD800, 0xE000)
widths = [0 if c in SURROGATES else max(0, wcwidth.wcwidth(chr(c))) for c in range(0x110000)]


def runs(values):
    """Equal neighbours joined: (first, last, value)."""
    found = []
    for index, value in enumerate(values):
        if found and found[-1][2] == value:
            found[-1][1] = index
        else:
            found.append([index, index, value])
    return found


def wide():
    """Ranges of width 2, joined where only marks of width 0 lie between them."""
    found = []
    for first, last, width in runs(widths):
        if width != 2:
            continue
        if found and 0 not in (found[-1][0], first) and all(
            widths[c] == 0 for c in range(found[-1][1] + 1, first)
        ):
            found[-1][1] = last
        else:
            found.append([first, last])
    return found


ranges = wide()
lines, line = [], "   "
for first, last in ranges:
    item = f" (0x{first:04X}, 0x{last:04X}),"
    if len(line) + len(item) > 100:
        lines.append(line)
        line = "   "
    line += item
lines.append(line)

with open("Sources/Terminal/Text/WideCharacters.swift", "w") as file:
    file.write(
        "/// Characters that take two columns: East Asian Wide and Fullwidth, and emoji shown as pictures.\n"
        "///\n"
        "/// Unicode 18.0.0, as first and last code point, ascending. Written by\n"
        "/// `Tests/Reference/display-width.py`.\n"
        "enum WideCharacters {\n"
        "  static let ranges: [(first: UInt32, last: UInt32)] = [\n"
        + "\n".join(lines).rstrip(",").replace("    (", "    (")
        + ",\n  ]\n\n"
        "  /// Whether the character takes two columns; a binary search.\n"
        "  static func contains(_ scalar: Unicode.Scalar) -> Bool {\n"
        "    var low = 0\n"
        "    var high = ranges.count\n"
        "    while low < high {\n"
        "      let middle = (low + high) / 2\n"
        "      if scalar.value > ranges[middle].last {\n"
        "        low = middle + 1\n"
        "      } else if scalar.value < ranges[middle].first {\n"
        "        high = middle\n"
        "      } else {\n"
        "        return true\n"
        "      }\n"
        "    }\n"
        "    return false\n"
        "  }\n"
        "}\n"
    )

with open("Tests/Reference/display-width.txt", "w") as file:
    file.write("# wcwidth 0.9.4, Unicode 18.0.0: first and last code point, columns\n")
    for first, last, width in runs(widths):
        file.write(f"{first:X} {last:X} {width}\n")
