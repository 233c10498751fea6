"""Classification and regression metrics of scikit-learn, on drawn and on degenerate cases.

Python 3.11, scikit-learn 1.9.1, NumPy 2.4.6. Usage: python metrics.py > metrics.txt

A line `names FAMILY …` names the columns of the family's cases. A drawn case is `FAMILY INDEX
values…`; its rows come from the stream (INDEX, FAMILY) of RandomStream, as below and in the test.
A degenerate case is `FAMILY : truth… : predictions… : values…`. Values and degenerate predictions
are bit patterns in hexadecimal; `!` behind a value marks a warning that it is undefined, `refused` a
ValueError.
"""

import pathlib
import struct
import sys
import warnings

import numpy as np
from sklearn import metrics as sk
from sklearn.exceptions import UndefinedMetricWarning

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from random_stream import stream  # noqa: E402

CASES = 200


def averaged(score):
    def binary(truth, predicted):
        return score(truth, predicted, labels=[1], average="macro")

    return [
        binary,
        lambda truth, predicted: score(truth, predicted, average="macro"),
        lambda truth, predicted: score(truth, predicted, average="micro"),
    ]


def r_squared(truth, predicted):
    value = sk.r2_score(truth, predicted)
    # Answered without a warning, though nothing is explained where nothing varies.
    if len(truth) > 1 and np.ptp(truth) == 0:
        warnings.warn("constant targets", UndefinedMetricWarning)
    return value


FAMILIES = {
    "classes": {
        "accuracy": sk.accuracy_score,
        "balanced-accuracy": sk.balanced_accuracy_score,
        **{
            prefix + name: function
            for name, score in [
                ("precision", sk.precision_score),
                ("recall", sk.recall_score),
                ("f1", sk.f1_score),
            ]
            for prefix, function in zip(["", "macro-", "micro-"], averaged(score))
        },
    },
    "scores": {
        "roc-auc": sk.roc_auc_score,
        "average-precision": sk.average_precision_score,
        "log-loss": lambda truth, p: sk.log_loss(truth, p, labels=[0, 1]),
        "brier-score": lambda truth, p: sk.brier_score_loss(truth, p, labels=[0, 1]),
    },
    "numbers": {
        "r-squared": r_squared,
        "root-mean-squared-error": sk.root_mean_squared_error,
        "mean-absolute-error": sk.mean_absolute_error,
    },
}


def hexadecimal(value):
    return f"{struct.unpack('<Q', struct.pack('<d', value))[0]:x}"


def answer(function, truth, predicted):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            value = function(truth, predicted)
        except (ValueError, IndexError):
            return "refused"
    undefined = any(
        issubclass(w.category, UndefinedMetricWarning) or "No positive class" in str(w.message)
        for w in caught
    )
    return ("nan" if np.isnan(value) else hexadecimal(value)) + "!" * undefined


def answers(family, truth, predicted):
    return " ".join(answer(f, truth, predicted) for f in FAMILIES[family].values())


def drawn(family, index):
    words = stream(index, family)

    def uniform():
        return (next(words) >> 11) * 2.0**-53

    rows = 1 + int(60 * uniform())
    truth, predicted = [], []
    for _ in range(rows):
        if family == "classes":
            # Squares make the last classes rare, so that some are missing.
            classes = 2 + index % 4
            truth.append(int(classes * uniform() ** 2))
            wrong = int(classes * uniform() ** 2)
            predicted.append(truth[-1] if uniform() < 0.6 else wrong)
        elif family == "scores":
            truth.append(int(uniform() < 0.3))
            score = (uniform() + 0.5 * truth[-1]) / 1.5
            # Every other case has ties, at 0 and 1 too.
            predicted.append(score if index % 2 else int(8 * score + 0.5) / 8)
        else:
            truth.append(20 * uniform() - 10)
            predicted.append(truth[-1] + 6 * uniform() - 3)
    return truth, predicted


DEGENERATE = {
    "classes": [
        ([], []),
        ([0], [0]), ([1], [1]), ([0], [1]), ([1], [0]),
        ([0, 0, 0], [0, 0, 0]), ([1, 1], [1, 1]), ([0, 0], [1, 1]), ([1, 1], [0, 0]),
        ([0, 1, 0], [0, 0, 0]), ([0, 1], [1, 1]), ([1, 1], [0, 1]), ([0, 0], [0, 1]),
        ([0, 1], [1, 0]), ([0, 0, 2], [1, 0, 2]), ([2, 2], [2, 2]), ([3], [2]),
        ([0] * 990 + [1] * 10, [0] * 1000),
    ],
    "scores": [
        ([], []),
        ([0], [0.5]), ([1], [0.5]), ([0, 0], [0.1, 0.9]), ([1, 1], [0.1, 0.9]),
        ([0, 1, 0], [0.5, 0.5, 0.5]), ([0, 1], [0.0, 1.0]), ([0, 1], [1.0, 0.0]),
        ([0, 1, 1, 0], [0.0, 0.0, 1.0, 1.0]), ([1, 0], [0.0, -0.0]), ([0, 1], [5e-324, 1.0]),
        ([0, 1], [float("nan"), 0.5]), ([0, 1], [float("-inf"), 0.5]),
        ([0, 1], [0.5, float("inf")]), ([0, 1, 1], [-2.0, 1.5, 0.5]),
        ([1, 0], [2.0**-52, 1 - 2.0**-52]), ([1, 0], [2.0**-60, 1 - 2.0**-53]),
    ],
    "numbers": [
        ([], []),
        ([1.0], [1.0]), ([1.0], [2.0]), ([3.0, 3.0], [3.0, 3.0]), ([3.0, 3.0], [3.0, 4.0]),
        ([-0.0, 0.0], [0.0, 0.0]), ([1.0, 2.0], [1.0, 2.0]), ([1.0, 2.0], [1.5, 1.5]),
        ([1.0, 2.0, 3.0], [3.0, 2.0, 1.0]), ([1.0, 2.0], [float("nan"), 2.0]),
        ([float("inf"), 2.0], [1.0, 2.0]), ([1.0, 2.0], [float("-inf"), 2.0]),
        ([1e150, -1e150], [1e150, 1e150]), ([1e-150, 2e-150], [0.0, 0.0]),
    ],
}

if __name__ == "__main__":
    for family, functions in FAMILIES.items():
        print("names", family, *functions)
        for index in range(CASES):
            print(family, index, answers(family, *drawn(family, index)))
        for truth, predicted in DEGENERATE[family]:
            bits = [hexadecimal(float(value)) for value in predicted]
            truths = [hexadecimal(float(value)) for value in truth]
            print(family, ":", *truths, ":", *bits, ":", answers(family, truth, predicted))
