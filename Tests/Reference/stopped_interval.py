"""The figures frozen in StoppedIntervalTests, worked out independently with exact fractions.

Python 3.11, scipy 1.17.1. Usage: python stopped_interval.py
"""

from fractions import Fraction
from scipy.optimize import brentq
from scipy.stats import binomtest


def ends(pass_rate, fail_rate, most=200, error=Fraction(1, 100)):
    """All ends of the test from least to most, as (passed, run, number of orders)."""
    gain = Fraction(pass_rate) / Fraction(fail_rate)
    loss = (1 - Fraction(pass_rate)) / (1 - Fraction(fail_rate))
    states, found = {0: 1}, []
    for run in range(1, most + 1):
        after = {}
        for passed, orders in states.items():
            for count in (passed, passed + 1):
                after[count] = after.get(count, 0) + orders
        states = {}
        for passed, orders in after.items():
            ratio = gain**passed * loss ** (run - passed)
            if ratio >= 1 / error:
                found.append(((2, -run, passed), passed, run, orders))
            elif ratio <= error:
                found.append(((0, run, passed), passed, run, orders))
            elif run == most:
                found.append(((1, 0, passed), passed, run, orders))
            else:
                states[passed] = orders
    return [end[1:] for end in sorted(found)]


def probabilities(found, share):
    return [orders * share**passed * (1 - share) ** (run - passed) for passed, run, orders in found]


def intervals(found):
    def bound(part, tail=0.025):
        inside = lambda share: sum(probabilities(found, share)[part]) - tail
        return brentq(inside, 1e-12, 1 - 1e-12, xtol=1e-15)

    for place in range(len(found)):
        low = 0.0 if place == 0 else bound(slice(place, None))
        high = 1.0 if place == len(found) - 1 else bound(slice(None, place + 1))
        yield low, high


def median_width(found, bounds, share):
    total = 0
    for width, probability in sorted(
        (high - low, probability)
        for (low, high), probability in zip(bounds, probabilities(found, share))
    ):
        total += probability
        if total >= 0.5:
            return width


for rates in (("0.9", "0.7"), ("0.6", "0.3")):
    found = ends(*rates)
    bounds = list(intervals(found))
    print(rates, len(found), "ends: passed, run, low, high")
    for place in sorted({0, 1, 5, len(found) // 2, len(found) - 6, len(found) - 2, len(found) - 1}):
        print(*found[place][:2], *bounds[place])
    shares = [step / 201 for step in range(1, 201)]
    wilson = [binomtest(*end[:2]).proportion_ci(0.95, method="wilson") for end in found]
    for name, these in (("this", bounds), ("Wilson", wilson)):
        covered = [
            sum(p for p, (low, high) in zip(probabilities(found, s), these) if low <= s <= high)
            for s in shares
        ]
        widths = [f"{median_width(found, these, s):.3f}" for s in (0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.0)]
        print(name, "least coverage", min(covered), "median widths at 0.5 … 1", *widths)
