"""Gaussian processes of scikit-learn and improvements by mpmath, on drawn cases.

Python 3.11, scikit-learn, NumPy 2, mpmath. Usage: python gaussian_process.py > gaussian_process.txt

`process SHAPE SEED COUNT DIMENSIONS LENGTH VARIANCE NOISE likelihood mean deviation mean deviation
mean deviation`: points and values from the stream (SEED, process), the three test points after
them. `improvement MEAN DEVIATION BEST MARGIN expected probability`. Numbers are bit patterns in
hexadecimal.
"""

import pathlib
import struct
import sys

import mpmath as mp
import numpy as np
from sklearn.gaussian_process import GaussianProcessRegressor
from sklearn.gaussian_process.kernels import RBF, ConstantKernel, Matern

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from random_stream import stream  # noqa: E402

mp.mp.dps = 40


def bits(x):
    return struct.pack(">d", float(x)).hex()


for seed in range(60):
    words = stream(seed, "process")

    def uniform():
        return (next(words) >> 11) * 2.0**-53

    count, dimensions = 2 + seed, 1 + seed % 5
    length, variance = [0.1, 0.25, 0.5, 1.0][seed % 4], [1.0, 2.0, 0.3][seed % 3]
    noise = [1e-2, 1e-3, 1e-1][seed // 2 % 3]
    shape = ["matern-5/2", "rbf"][seed % 2]
    points = np.array([[uniform() for _ in range(dimensions)] for _ in range(count)])
    values = np.array([4 * uniform() - 2 for _ in range(count)])
    tests = np.array([[uniform() for _ in range(dimensions)] for _ in range(3)])
    inner = Matern(length, nu=2.5) if shape == "matern-5/2" else RBF(length)
    model = GaussianProcessRegressor(
        ConstantKernel(variance) * inner, alpha=noise, optimizer=None
    ).fit(points, values)
    mean, deviation = model.predict(tests, return_std=True)
    print(
        "process", shape, seed, count, dimensions, bits(length), bits(variance), bits(noise),
        bits(model.log_marginal_likelihood_value_),
        *[bits(x) for pair in zip(mean, deviation) for x in pair],
    )

words = stream(1, "improvement")
for _ in range(100):
    numbers = [(next(words) >> 11) * 2.0**-53 for _ in range(4)]
    mean, deviation = 6 * numbers[0] - 3, 0.05 + 2 * numbers[1]
    best, margin = 6 * numbers[2] - 3, 0.5 * numbers[3]
    gain = mp.mpf(best) - mp.mpf(margin) - mp.mpf(mean)
    z = gain / mp.mpf(deviation)
    expected = gain * mp.ncdf(z) + mp.mpf(deviation) * mp.npdf(z)
    print("improvement", *map(bits, [mean, deviation, best, margin, expected, mp.ncdf(z)]))
