"""The worst errors of Learning's elementary functions, over about a million arguments each.

Python 3.11, NumPy 2.4.6, mpmath 1.3.0, x86-64 Linux (long double of 64 bits, glibc 2.36).
Usage: python ulp.py [COUNT] [FUNCTION ...]

`SweepTests` evaluates the functions, run by this script. All errors are first taken against long
double, with 11 bits to spare; the 200 largest and as many of any size then against 60 digits. Errors
are in ulp of the correctly rounded result, `not best` is the share of results that are another.
`doubt` is the largest difference between the two ways. `special` counts the arguments at and beyond
the ends where the result must be exact, `wrong` those anywhere where it is not. The exit status is 1
if a result is wrong or an error passes the limit that `ElementaryTests` sets.
"""

import os
import pathlib
import re
import subprocess
import sys
import tempfile

import mpmath
import numpy as np
from mpmath import mp, mpf

mp.dps = 60
PROJECT = pathlib.Path(__file__).resolve().parents[2]
L = np.longdouble
RNG = np.random.default_rng(20260101)
MAXIMUM = np.finfo(float).max
TINY = 5e-324


def extended(x):
    """The long double nearest to a number of many digits, but for its last bit."""
    high = float(x)
    return L(high) + L(float(x - mpf(high)))


class MillsRatio:
    """e^(t²/2) Φ(−t) (t + 5/4) for 0 ≤ t ≤ 39.4, interpolated at 44 points in (t − 5)/(t + 5)."""

    def __init__(self, points=44):
        self.low, self.high = mpf(-1), (mpf("39.4") - 5) / (mpf("39.4") + 5)
        roots = [mpmath.cos(mpmath.pi * (j + mpf(1) / 2) / points) for j in range(points)]
        values = [self.exact((self.low + self.high + (self.high - self.low) * c) / 2) for c in roots]
        self.coefficients = [
            extended(
                sum(v * mpmath.chebyt(i, c) for v, c in zip(values, roots))
                * (2 - (i == 0)) / points)
            for i in range(points)
        ]

    @staticmethod
    def exact(s):
        t = 5 * (1 + s) / (1 - s)
        return mpmath.exp(t * t / 2) * mpmath.erfc(t / mpmath.sqrt(2)) / 2 * (t + mpf("1.25"))

    def __call__(self, t):
        s = (t - 5) / (t + 5)
        a = (2 * s - extended(self.low + self.high)) / extended(self.high - self.low)
        first = second = np.zeros_like(a)
        for c in self.coefficients[:0:-1]:
            first, second = 2 * a * first - second + c, first
        return a * first - second + self.coefficients[0]


def normal_distribution(x):
    t = np.minimum(abs(x), L("39.4"))
    head = t.astype(np.float32).astype(L)
    # The square of the head is exact.
    power = np.exp(-head * head / 2) * np.exp(-(t - head) * (t + head) / 2)
    tail = power * normal_distribution.mills(t) / (t + L("1.25"))
    return np.where(x < 0, tail, 1 - tail)


def sigmoid(x):
    z = np.exp(-abs(x))
    return np.where(x < 0, z, 1) / (1 + z)


def softplus(x):
    return np.maximum(x, 0) + np.log1p(np.exp(-abs(x)))


def between(low, high, count):
    """Numbers of uniform bit patterns: every exponent is as likely as its width."""
    first, last = np.array([low, high]).view(np.uint64)
    return RNG.integers(first, last, count, dtype=np.uint64, endpoint=True).view(float)


def signed(low, high, count):
    return between(low, high, count) * RNG.choice([-1.0, 1.0], count)


def near(values, steps=3):
    """Numbers with their neighbours."""
    bits = np.asarray(values, float).view(np.int64)
    return np.concatenate([(bits + step).view(float) for step in range(-steps, steps + 1)])


U = RNG.uniform
EXPONENTIAL = [
    lambda n: U(-745.2, 709.8, n), lambda n: U(-40, 40, n), lambda n: U(-2, 2, n),
    lambda n: signed(1e-20, 745, n),
]
CIRCULAR = [
    lambda n: U(-7, 7, n), lambda n: signed(1e-10, 1e6, n), lambda n: signed(1e6, MAXIMUM, n),
    lambda n: near(RNG.integers(1, 636_000, n // 7 + 1) * (np.pi / 2))[:n],
]
# Name: long double, many digits, where the arguments come from.
FUNCTIONS = {
    "exp": (np.exp, mpmath.exp, EXPONENTIAL),
    "log": (np.log, mpmath.log, [
        lambda n: between(TINY, MAXIMUM, n), lambda n: U(0.5, 2, n),
        lambda n: 1 + signed(1e-15, 0.5, n), lambda n: between(TINY, 2.0**-1022, n)]),
    "tanh": (np.tanh, mpmath.tanh, [
        lambda n: U(-1, 1, n), lambda n: U(-20, 20, n), lambda n: signed(1e-20, 20, n),
        lambda n: U(-0.3, 0.3, n)]),
    "sigmoid": (sigmoid, lambda x: 1 / (1 + mpmath.exp(-x)), EXPONENTIAL),
    "softplus": (softplus, lambda x: mpmath.log1p(mpmath.exp(x)), EXPONENTIAL),
    "sin": (np.sin, mpmath.sin, CIRCULAR),
    "cos": (np.cos, mpmath.cos, CIRCULAR),
    "expm1": (np.expm1, mpmath.expm1, [
        lambda n: U(-40, 709.8, n), lambda n: U(-2, 2, n), lambda n: signed(1e-18, 40, n),
        lambda n: U(-0.5, 0.5, n)]),
    "log1p": (np.log1p, mpmath.log1p, [
        lambda n: between(1e-18, MAXIMUM, n), lambda n: U(-1, 2, n),
        lambda n: signed(1e-18, np.nextafter(1.0, 0), n), lambda n: U(-0.5, 0.5, n)]),
    "normal-distribution": (
        normal_distribution, lambda x: mpmath.erfc(-x / mpmath.sqrt(2)) / 2, [
            lambda n: U(-38.5, 9, n), lambda n: U(-6, 6, n), lambda n: U(-2, 2, n),
            lambda n: signed(1e-18, 38.5, n)]),
}
# Where a result is exactly 0, ±1/2, ±1, ±∞ or not a number, that is what it has to be.
SPECIALS = np.array(
    [0.0, np.inf, np.nan, TINY, 2.0**-1022, 1e-300, 1.0, 1e4, 1e308, MAXIMUM, 709.79, 745.14])
SPECIALS = np.concatenate([SPECIALS, -SPECIALS])


def evaluated(arguments):
    """The values of the functions for their arguments, by name."""
    with tempfile.TemporaryDirectory() as folder:
        for name in FUNCTIONS:
            arguments.get(name, SPECIALS).tofile(f"{folder}/{name}.arguments")
        subprocess.run(
            ["swift", "test", "--filter", "LearningTests.SweepTests"], cwd=PROJECT, check=True,
            env=os.environ | {"KNOBS_SWEEP": folder}, stdout=subprocess.DEVNULL)
        return {name: np.fromfile(f"{folder}/{name}.results") for name in arguments}


def confirmed(exact, x, y):
    """The error of one value against many digits."""
    true = exact(mpf(float(x)))
    # A result beyond the largest number is as wrong as its distance from there.
    nearest = min(abs(float(true)), MAXIMUM)
    return float(abs(mpf(float(y)) - true) / mpf(float(np.spacing(nearest))))


def measure(name, x, y, limit):
    rough, exact, _ = FUNCTIONS[name]
    with np.errstate(all="ignore"):
        true = rough(x.astype(L))
        nearest = true.astype(float)
        ordinary = np.isfinite(nearest) & np.isfinite(y)
        errors = np.where(
            ordinary, abs(y.astype(L) - true) / np.spacing(abs(nearest)).astype(L), 0).astype(float)
    special = slice(len(x) - len(SPECIALS), None)
    exactly = ~np.isfinite(nearest) | np.isin(abs(nearest), [0, 0.5, 1]) & (nearest == true)
    exactly[: special.start] = ~np.isfinite(nearest[: special.start])
    same = np.where(np.isnan(nearest), np.isnan(y), y.view(np.uint64) == nearest.view(np.uint64))
    # Finite where it should not be, or the other way round, counts wherever it is.
    wrong = int(np.sum(exactly & ~same) + np.sum(~exactly & ~ordinary))

    worst = np.argsort(errors)[-200:][::-1]
    others = RNG.choice(np.flatnonzero(ordinary), 200)
    sure = {int(i): confirmed(exact, x[i], y[i]) for i in (*worst, *others)}
    doubt = max(abs(error - errors[i]) for i, error in sure.items())
    top = max(sure, key=sure.get)
    rounded = np.mean(errors[ordinary] > 0.5) * 100
    print(f"{name:20}{len(x):>10}{sure[top]:9.4f}{limit:7.2f}{rounded:8.2f} %{doubt:9.4f}"
          f"{int(exactly[special].sum()):>9}{wrong:>7}   {float(x[top])!r}", flush=True)
    return sure[top] <= limit and wrong == 0


def main():
    words = sys.argv[1:]
    count = int(words.pop(0)) if words and words[0].isdigit() else 1_000_000
    tests = PROJECT / "Tests/LearningTests/Elementary/ElementaryTests.swift"
    limits = dict(re.findall(r'name: "([\w-]+)", limit: ([\d.]+)', tests.read_text()))
    names = words or list(FUNCTIONS)
    normal_distribution.mills = MillsRatio()
    arguments = {
        name: np.concatenate([part(count // 4) for part in FUNCTIONS[name][2]] + [SPECIALS])
        for name in names
    }
    values = evaluated(arguments)
    print(f"{'function':20}{'arguments':>10}{'worst':>9}{'limit':>7}{'not best':>10}"
          f"{'doubt':>9}{'special':>9}{'wrong':>7}   worst at")
    passed = [measure(n, arguments[n], values[n], float(limits[n])) for n in names]
    sys.exit(0 if all(passed) else 1)


if __name__ == "__main__":
    main()
