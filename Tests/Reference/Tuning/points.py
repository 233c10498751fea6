"""Halton's and Sobol's points and discrepancies of scipy.

Python 3.11, SciPy 1.16, NumPy 2. Usage: python points.py > points.txt

`halton INDEX coordinates…` and `sobol INDEX coordinates…` are plain points of ten coordinates.
`discrepancy SEED COUNT DIMENSIONS L2-star centred` is of points drawn from the stream (SEED,
points); the second is the square that scipy calls CD. Numbers are bit patterns in hexadecimal.
"""

import pathlib
import struct
import sys

import numpy as np
from scipy.stats import qmc

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from random_stream import stream  # noqa: E402


def bits(x):
    return struct.pack(">d", float(x)).hex()


halton = qmc.Halton(10, scramble=False).random(2000)
sobol = qmc.Sobol(10, scramble=False, bits=32).random(1024)
for index in [0, 1, 2, 3, 10, 97, 500, 1999]:
    print("halton", index, *map(bits, halton[index]))
for index in [0, 1, 2, 3, 10, 97, 500, 1023]:
    print("sobol", index, *map(bits, sobol[index]))
for seed in range(60):
    words = stream(seed, "points")
    count, dimensions = 1 + seed * 3, 1 + seed % 6
    points = np.array(
        [[(next(words) >> 11) * 2.0**-53 for _ in range(dimensions)] for _ in range(count)]
    )
    star = qmc.discrepancy(points, method="L2-star")
    print("discrepancy", seed, count, dimensions, bits(star), bits(qmc.discrepancy(points)))
