"""First-order and total Sobol' indices of SALib.

Python 3.11, SALib 1.6.0, NumPy 2.4.6. Usage: python sobol.py > sobol.txt

A case is `case INPUTS SAMPLES`, then lines of bit patterns in hexadecimal: `base` f(A), `other` f(B), a
line `mixed` f(ABᵢ) for each input, and the indices `first` and `total` that sobol.analyze finds in them.
SALib standardizes all outputs before it looks; indices do not depend on the scale, but first-order
estimates do on the mean, which the test takes off as well. The last two cases are points, not outputs:
Ishigami's function and Sobol's g at SALib's own Sobol' points, unscrambled.
"""

import struct
import warnings

import numpy as np
from SALib.analyze import sobol as analysis
from SALib.sample import sobol as sampling
from SALib.test_functions import Ishigami, Sobol_G


def bits(values):
    return " ".join(f"{struct.unpack('<Q', struct.pack('<d', v))[0]:x}" for v in values)


def report(inputs, outputs):
    problem = {"num_vars": inputs, "names": [f"x{i}" for i in range(inputs)], "bounds": [[0, 1]] * inputs}
    found = analysis.analyze(problem, outputs, calc_second_order=False, num_resamples=2)
    step = inputs + 2
    print("case", inputs, len(outputs) // step)
    print("base", bits(outputs[0::step]))
    print("other", bits(outputs[inputs + 1 :: step]))
    for i in range(inputs):
        print("mixed", bits(outputs[i + 1 :: step]))
    print("first", bits(found["S1"]))
    print("total", bits(found["ST"]))


if __name__ == "__main__":
    warnings.simplefilter("ignore")
    draw = np.random.Generator(np.random.PCG64(1))
    for inputs, samples, mean in [(1, 8, 0), (2, 16, 3), (5, 32, -20), (8, 24, 1e3)]:
        report(inputs, mean + draw.normal(size=samples * (inputs + 2)))
    problem = {"num_vars": 3, "names": ["a", "b", "c"], "bounds": [[-np.pi, np.pi]] * 3}
    points = sampling.sample(problem, 64, calc_second_order=False, scramble=False)
    report(3, Ishigami.evaluate(points))
    weights = np.array([0, 1, 4.5, 9, 99])
    problem = {"num_vars": 5, "names": list("abcde"), "bounds": [[0, 1]] * 5}
    points = sampling.sample(problem, 64, calc_second_order=False, scramble=False)
    report(5, Sobol_G.evaluate(points, weights))
