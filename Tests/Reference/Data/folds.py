"""Folds and rounds of scikit-learn's model selection, without shuffling.

Python 3.11, scikit-learn 1.9.1, NumPy 2.4.6. Usage: python folds.py > folds.txt

`neighbours ROWS COUNT : fold of each row` is KFold, `classes COUNT : labels : folds` StratifiedKFold,
`groups COUNT : groups : folds` GroupKFold, and `forward ROWS COUNT SIZE GAP MOST : rounds` TimeSeriesSplit,
each round as the first row of training, the end of training, the first row held out and the end; `-`
stands for what is not said. `refused` stands for a ValueError.

GroupKFold reverses a stable sort by size, so that the last of equal groups comes first.
"""

import warnings

import numpy as np
from sklearn.model_selection import GroupKFold, KFold, StratifiedKFold, TimeSeriesSplit

CASES = 60


def folds(splitter, rows, *labels):
    found = np.full(rows, -1)
    try:
        for fold, (train, test) in enumerate(splitter().split(np.zeros(rows), *labels)):
            assert sorted([*train, *test]) == list(range(rows))
            found[test] = fold
    except ValueError:
        return "refused"
    return " ".join(map(str, found))


def rounds(rows, count, size, gap, most):
    try:
        splitter = TimeSeriesSplit(count, test_size=size, gap=gap, max_train_size=most)
        found = []
        for train, test in splitter.split(np.zeros(rows)):
            assert list(train) == list(range(train[0], train[-1] + 1))
            assert list(test) == list(range(test[0], test[-1] + 1))
            found += [train[0], train[-1] + 1, test[0], test[-1] + 1]
    except ValueError:
        return "refused"
    return " ".join(map(str, found))


def text(value):
    return "-" if value is None else str(value)


if __name__ == "__main__":
    warnings.simplefilter("ignore")
    draw = np.random.Generator(np.random.PCG64(1))

    for rows, count in [(10, 3), (10, 11), (10, 10), (10, 1), (2, 2)]:
        print(f"neighbours {rows} {count} :", folds(lambda: KFold(count), rows))
    for _ in range(CASES):
        rows, count = int(draw.integers(2, 60)), int(draw.integers(2, 15))
        print(f"neighbours {rows} {count} :", folds(lambda: KFold(count), rows))

    labelled = [(3, [0] * 6 + [1] * 3 + [2]), (3, [1, 0, 1, 0, 0, 1, 0, 0, 2, 2, 2]), (4, [0] * 3 + [1] * 3)]
    for _ in range(CASES):
        rows = int(draw.integers(2, 60))
        shares = draw.dirichlet(np.ones(int(draw.integers(1, 6))))
        labelled.append((int(draw.integers(2, 12)), [int(k) for k in draw.choice(len(shares), rows, p=shares)]))
    for count, labels in labelled:
        print(f"classes {count} :", *labels, ":", folds(lambda: StratifiedKFold(count), len(labels), labels))

    grouped = [(3, [0, 0, 0, 1, 1, 2, 2, 2, 2, 3, 4]), (3, [0, 0, 1, 1])]
    for _ in range(CASES):
        rows, groups = int(draw.integers(2, 60)), int(draw.integers(1, 30))
        grouped.append((int(draw.integers(2, 10)), [int(g) for g in draw.integers(0, groups, rows)]))
    for count, groups in grouped:
        print(
            f"groups {count} :", *groups, ":",
            folds(lambda: GroupKFold(count), len(groups), np.zeros(len(groups)), groups),
        )

    timed = [(10, 3, None, 0, None), (10, 3, 2, 1, None), (10, 3, None, 0, 4), (3, 3, None, 0, None)]
    for _ in range(CASES):
        size, most = int(draw.integers(0, 6)), int(draw.integers(0, 12))
        timed.append(
            (int(draw.integers(2, 60)), int(draw.integers(2, 12)), size or None, int(draw.integers(0, 8)), most or None)
        )
    for case in timed:
        print("forward", *map(text, case), ":", rounds(*case))
