"""Shapes without noise and standardizations of scikit-learn.

Python 3.11, scikit-learn 1.9.1, NumPy 2.4.6. Usage: python shapes.py > shapes.txt

`SHAPE class x y` are rows of make_circles (factor 0.5), make_moons and make_blobs in bit patterns in
hexadecimal; `blob-centers` the centres, one coordinate after the other. `standardize values…` is a
column, and `fitted mean scale` what StandardScaler learns from it.
"""

import struct

import numpy as np
from sklearn.datasets import make_blobs, make_circles, make_moons
from sklearn.preprocessing import StandardScaler


def bits(*values):
    return " ".join(f"{struct.unpack('<Q', struct.pack('<d', v))[0]:x}" for v in values)


if __name__ == "__main__":
    centers = [[0.0, 3.0], [-2.5, 0.5], [4.0, -1.0]]
    shapes = {
        "circles": make_circles(48, shuffle=False, factor=0.5),
        "two-moons": make_moons(48, shuffle=False),
        "blobs": make_blobs(11, centers=centers, cluster_std=0.0, shuffle=False, random_state=0),
    }
    print("blob-centers", bits(*np.ravel(centers)))
    for name, (points, labels) in shapes.items():
        for point, label in zip(points, labels):
            print(name, label, bits(*point))
    generator = np.random.Generator(np.random.PCG64(1))
    columns = [generator.normal(loc, scale, size) for loc, scale, size in
               [(0, 1, 7), (40, 3, 60), (-1e6, 2, 33), (1e-9, 1e-12, 20), (5, 1e80, 4)]]
    columns += [[7.0] * 6, [0.0] * 3, [0.1] * 3, [1e9, 1e9 + 1e-7, 1e9], [2.5], [0.0, 1.0]]
    for column in columns:
        scaler = StandardScaler().fit(np.reshape(column, (-1, 1)))
        print("standardize", bits(*column))
        print("fitted", bits(scaler.mean_[0], scaler.scale_[0]))
