"""Transcription of Split and Folds in plain Python; prints the orders frozen in their tests.

Python 3.11. Usage: python splits.py
"""

import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from random_stream import MASK, stream  # noqa: E402


def integer(words, bound):
    product = next(words) * bound
    if product & MASK < bound:
        while product & MASK < (MASK + 1 - bound) % bound:
            product = next(words) * bound
    return product >> 64


def shuffled(words, elements):
    elements = list(elements)
    for last in range(len(elements) - 1, 0, -1):
        other = integer(words, last + 1)
        elements[last], elements[other] = elements[other], elements[last]
    return elements


if __name__ == "__main__":
    words = stream(4, "folds")
    order = shuffled(words, range(8))
    print("folds", [order[fold::3] for fold in range(3)])

    words = stream(4, "split")
    order = shuffled(words, range(12))
    print("test", order[:3], "validation", order[3:6], "train", order[6:])
    # Four rows in each of three classes: one to test, one to validation, two to training.
    parts = [[], [], []]
    for label in range(3):
        members = shuffled(words, range(label, 12, 3))
        for part, piece in zip(parts, (members[:1], members[1:2], members[2:])):
            part += piece
    test, validation, train = (shuffled(words, part) for part in parts)
    print("stratified: test", test, "validation", validation, "train", train)
