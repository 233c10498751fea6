"""Arguments and correctly rounded values for ElementaryTests, in 200-digit arithmetic.

Python 3.11, mpmath 1.4.1. Usage: python elementary.py > elementary.txt

Each line: function, bits of the argument, bits of the nearest double (both hexadecimal), and the
distance of the true value from that double in thousandths of an ulp, rounded to the nearest.
"""

import random
import struct

from mpmath import cos, erfc, exp, expm1, log, log1p, mp, mpf, sin, sqrt, tanh

mp.dps = 200
FUNCTIONS = {
    "exp": exp,
    "log": log,
    "tanh": tanh,
    "sigmoid": lambda x: 1 / (1 + exp(-x)),
    "softplus": lambda x: log1p(exp(x)),
    "sin": sin,
    "cos": cos,
    "expm1": expm1,
    "log1p": log1p,
    "normal-distribution": lambda x: erfc(-x / sqrt(mpf(2))) / 2,
}
COUNT = 400


def bits(x):
    return struct.unpack("<Q", struct.pack("<d", x))[0]


def number(b):
    return struct.unpack("<d", struct.pack("<Q", b))[0]


def between(low, high):
    """A double whose bit pattern is uniform: every exponent is as likely as its width."""
    return number(random.randrange(bits(low), bits(high)))


def arguments(name):
    sign = lambda: random.choice((-1.0, 1.0))
    if name == "log":
        yield from (5e-324, 2.0**-1074 * 3, 2.0**-1022, 1.0, number(bits(1.0) - 1), number(bits(1.0) + 1))
        while True:
            yield between(5e-324, 1.7e308)
            yield random.uniform(0.5, 2)
            yield 1 + sign() * between(1e-15, 0.5)
    if name in ("sin", "cos"):
        # The double closest to a multiple of a quarter turn is the second one (Kahan).
        yield from (1e22, 6381956970095103.0 * 2.0**797, 1e6, number(bits(1e6) + 1), 1.7e308, 5e-324)
        while True:
            yield random.uniform(-7, 7)
            yield sign() * between(1e-10, 1e6)
            yield sign() * between(1e6, 1.7e308)
            quarter = random.randrange(1, 600000) * 1.5707963267948966
            yield number(bits(quarter) + random.randrange(-2, 3))
    if name == "tanh":
        yield from (5e-324, -1e-300, 19.0615, -22.0, 0.5)
        while True:
            yield random.uniform(-1, 1)
            yield random.uniform(-20, 20)
            yield sign() * between(1e-20, 20)
    if name == "expm1":
        yield from (5e-324, -1e-300, 709.7, -40.0, 0.3466228519812038, -37.5)
        while True:
            yield random.uniform(-40, 709.7)
            yield random.uniform(-2, 2)
            yield sign() * between(1e-18, 40)
    if name == "log1p":
        yield from (5e-324, -1e-300, 1.7e308, number(bits(-1.0) - 1), -1.6658752044271053e-16)
        while True:
            yield between(1e-18, 1.7e308)
            yield random.uniform(-1, 2)
            yield sign() * between(1e-18, 1.0)
    if name == "normal-distribution":
        yield from (5e-324, -1e-300, 9.0, -38.4, -0.8355695290917554, -37.6)
        while True:
            yield random.uniform(-38.4, 9)
            yield random.uniform(-6, 6)
            yield random.uniform(-2, 2)
            yield sign() * between(1e-18, 38)
    yield from (-745.1, -744.0, -708.5, 709.7, 5e-324, -1e-17, 1e-17)
    while True:
        yield random.uniform(-745, 709)
        yield random.uniform(-40, 40)
        yield random.uniform(-2, 2)
        yield sign() * between(1e-18, 700)


def line(name, x):
    value = FUNCTIONS[name](mpf(x))
    nearest = float(value)
    ulp = abs(number(bits(abs(nearest)) + 1) - abs(nearest))
    offset = int(mp.nint((value - mpf(nearest)) / mpf(ulp) * 1000))
    return f"{name} {bits(x):x} {bits(nearest):x} {offset}"


if __name__ == "__main__":
    random.seed(20260101)
    for name in FUNCTIONS:
        source = arguments(name)
        for _ in range(COUNT):
            print(line(name, next(source)))
