"""The table of Sources/Learning/Data/Real/Penguins+Table.swift and its checksum.

Python 3.11, palmerpenguins 0.1.6, NumPy 2.4.6.
Usage: python penguins.py > ../../../Sources/Learning/Data/Real/Penguins+Table.swift
(the checksum goes to standard error)

The 333 rows of data/penguins.csv without a missing value, in their order. The checksum is FNV-1a over
the bytes, lowest first, of the bits of bill length, bill depth, flipper length, body mass and the
number of the species (Adelie, Chinstrap, Gentoo) as 64-bit floats, row by row.
"""

import csv
import importlib.util
import pathlib
import sys

from checksum import checksum

SPECIES = ["Adelie", "Chinstrap", "Gentoo"]


def complete_rows():
    package = importlib.util.find_spec("palmerpenguins").submodule_search_locations[0]
    with open(pathlib.Path(package) / "data" / "penguins.csv", newline="") as file:
        rows = list(csv.DictReader(file))
    return [row for row in rows if "NA" not in row.values()]


if __name__ == "__main__":
    rows = complete_rows()
    values = []
    print("extension Penguins {")
    print("  /// One penguin a line: species, island, bill length and depth, flipper length, mass, sex, year.")
    print("  ///")
    print("  /// Made by `Tests/Reference/Data/penguins.py`.")
    print('  static let table = """')
    for row in rows:
        measures = [row["bill_length_mm"], row["bill_depth_mm"], row["flipper_length_mm"], row["body_mass_g"]]
        fields = [row["species"], row["island"], *measures, row["sex"], row["year"]]
        print("   ", *fields)
        values += [float(m) for m in measures] + [float(SPECIES.index(row["species"]))]
    print('    """')
    print("}")
    print(len(rows), checksum(values), file=sys.stderr)
