"""Training runs of small networks in NumPy float64, forward and backward by hand.

Python 3.11, NumPy 2.4.6. Usage: python network.py > network.txt

Each line is a name and bit patterns in hexadecimal (or plain words and integers for `case`). A case
is `case activation loss widths…`, then `features`, `targets`, `initial` and `final` parameters
(layer by layer, weights row-major by unit, then biases) and `losses` before each of 200 full-batch
steps at rate 0.3.
"""

import struct

import numpy as np

RATE, STEPS = 0.3, 200


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


ACTIVATIONS = {
    "tanh": (np.tanh, lambda z: 1 - np.tanh(z) ** 2),
    "sigmoid": (sigmoid, lambda z: sigmoid(z) * (1 - sigmoid(z))),
    "relu": (lambda z: np.maximum(z, 0), lambda z: (z > 0).astype(float)),
    "identity": (lambda z: z, np.ones_like),
}
LOSSES = {
    "squared-error": (lambda p, y: np.mean((p - y) ** 2), lambda p, y: 2 * (p - y)),
    "binary-cross-entropy": (
        lambda p, y: np.mean(np.logaddexp(0, p) - p * y),
        lambda p, y: sigmoid(p) - y,
    ),
}


def show(name, values):
    bits = (f"{struct.unpack('<Q', struct.pack('<d', v))[0]:x}" for v in np.ravel(values))
    print(name, *bits)


def flat(layers):
    return np.concatenate([part for W, b in layers for part in (W.ravel(), b)])


def run(seed, activation, loss, widths, rows):
    generator = np.random.Generator(np.random.PCG64(seed))
    X = generator.normal(size=(rows, widths[0]))
    Y = generator.integers(0, 2, size=(rows, widths[-1])).astype(float)
    layers = [
        (generator.normal(size=(m, n)) / np.sqrt(n), 0.1 * generator.normal(size=m))
        for n, m in zip(widths, widths[1:])
    ]
    value, slope = ACTIVATIONS[activation]
    cost, cost_slope = LOSSES[loss]
    print("case", activation, loss, *widths)
    show("features", X)
    show("targets", Y)
    show("initial", flat(layers))
    losses = []
    for _ in range(STEPS):
        inputs, sums = [X], []
        for k, (W, b) in enumerate(layers):
            sums.append(inputs[-1] @ W.T + b)
            inputs.append(value(sums[-1]) if k < len(layers) - 1 else sums[-1])
        losses.append(cost(inputs[-1], Y))
        delta = cost_slope(inputs[-1], Y) / Y.size
        updated = []
        for k in reversed(range(len(layers))):
            W, b = layers[k]
            updated.insert(0, (W - RATE * delta.T @ inputs[k], b - RATE * delta.sum(axis=0)))
            if k > 0:
                delta = delta @ W * slope(sums[k - 1])
        layers = updated
    show("final", flat(layers))
    show("losses", losses)


if __name__ == "__main__":
    run(1, "tanh", "binary-cross-entropy", [2, 16, 1], 40)
    run(2, "sigmoid", "squared-error", [3, 7, 5, 2], 67)
    run(3, "relu", "binary-cross-entropy", [2, 9, 4, 3], 130)
    run(4, "identity", "squared-error", [4, 3, 1], 8)
