"""The figures frozen in SequentialTestTests and WilsonIntervalTests, worked out independently.

Python 3.11, scipy 1.17.1. Usage: python pass_rates.py
"""

from fractions import Fraction
from scipy.stats import binomtest


def law(pass_rate, fail_rate, rate, most=200, error=Fraction(1, 100)):
    """Probabilities of passing, failing and staying open, and the mean number of seeds.

    Likelihood ratios are exact fractions; only the probabilities of the states are rounded.
    """
    gain = Fraction(pass_rate) / Fraction(fail_rate)
    loss = (1 - Fraction(pass_rate)) / (1 - Fraction(fail_rate))
    states = {0: 1.0}
    ends = {"passes": 0.0, "fails": 0.0, "open": 0.0}
    seeds = 0.0
    for run in range(1, most + 1):
        after = {}
        for passed, probability in states.items():
            for step, share in ((1, rate), (0, 1 - rate)):
                count, here = passed + step, probability * share
                ratio = gain**count * loss ** (run - count)
                if ratio >= 1 / error:
                    end = "passes"
                elif ratio <= error:
                    end = "fails"
                elif run == most:
                    end = "open"
                else:
                    after[count] = after.get(count, 0.0) + here
                    continue
                ends[end] += here
                seeds += here * run
        states = after
    return (*ends.values(), seeds)


print("0.9 over 0.7: rate, passes, fails, open, seeds")
for rate in (1.0, 0.95, 0.9, 0.8, 0.7, 0.5, 0.0):
    print(rate, *(f"{number:.6f}" for number in law("0.9", "0.7", rate)))

print("passed, run, low, high")
for passed, run in (
    (0, 1), (1, 1), (19, 19), (0, 5), (20, 20), (1, 10), (5, 10), (27, 30), (160, 200),
    (199, 200), (7, 8),
):
    interval = binomtest(passed, run).proportion_ci(0.95, method="wilson")
    print(passed, run, float(interval.low), float(interval.high))
