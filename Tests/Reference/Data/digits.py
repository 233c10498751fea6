"""The table of Sources/Learning/Data/Real/Digits+Table.swift and its checksum.

Python 3.11, scikit-learn 1.9.1 (datasets/data/digits.csv.gz), NumPy 2.4.6.
Usage: python digits.py > ../../../Sources/Learning/Data/Real/Digits+Table.swift
(the checksum goes to standard error)

The first 30 rows of each class in the order of the file, kept in that order. The checksum is FNV-1a
over the bytes, lowest first, of the bits of the 64 pixels and the class as 64-bit floats, row by row.
"""

import sys
from collections import Counter

from checksum import checksum
from sklearn.datasets import load_digits

PER_CLASS = 30
SHADES = "0123456789abcdefg"

if __name__ == "__main__":
    digits = load_digits()
    seen = Counter()
    values = []
    print("extension Digits {")
    print("  /// One digit a line: its class, then 64 pixels row by row, each 0 … 16 as 0 … 9, a … g.")
    print("  ///")
    print("  /// Made by `Tests/Reference/Data/digits.py`.")
    print('  static let table = """')
    for pixels, label in zip(digits.data, digits.target):
        seen[label] += 1
        if seen[label] <= PER_CLASS:
            print(f"    {label} " + "".join(SHADES[int(pixel)] for pixel in pixels))
            values += [*pixels, float(label)]
    print('    """')
    print("}")
    print(len(values) // 65, checksum(values), file=sys.stderr)
