"""Training runs of small networks in PyTorch float64, batch by batch, with and without dropout.

Python 3.11, PyTorch 2.15.0. Usage: python pytorch.py > pytorch.txt

Data, initial weights, batch order and dropout masks come from the same streams as in Swift, so a
line `case activation loss outputs rows batch rate widths / dropout` is all it takes to repeat a run;
`losses` are the losses of 200 batches in a row, each before its update, as bit patterns.
"""

import math
import os
import struct
import sys

import torch
import torch.nn.functional as F

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
from random_stream import MASK, stream  # noqa: E402

SEED, UPDATES = 7, 200

ACTIVATIONS = {
    "sigmoid": torch.sigmoid,
    "tanh": torch.tanh,
    "relu": F.relu,
    "leaky-relu": F.leaky_relu,
    "elu": F.elu,
    "gelu": F.gelu,
    "gelu-tanh": lambda z: F.gelu(z, approximate="tanh"),
    "softplus": F.softplus,
}
LOSSES = {
    "squared-error": F.mse_loss,
    "absolute-error": F.l1_loss,
    "huber": F.huber_loss,
    "pinball": lambda p, y: torch.maximum(0.5 * (y - p), -0.5 * (y - p)).mean(),
    "binary-cross-entropy": F.binary_cross_entropy_with_logits,
    "softmax-cross-entropy": F.cross_entropy,
    "hinge": lambda p, y: torch.relu(1 - y * p).mean(),
}


def uniform(words):
    return (next(words) >> 11) * 2.0**-53


def integer(words, bound):
    product = next(words) * bound
    if product & MASK < bound:
        unfair = (2**64 - bound) % bound
        while product & MASK < unfair:
            product = next(words) * bound
    return product >> 64


def shuffle(words, order):
    for last in range(len(order) - 1, 0, -1):
        other = integer(words, last + 1)
        order[last], order[other] = order[other], order[last]


def targets(words, loss, rows, outputs):
    if loss == "softmax-cross-entropy":
        labels = [integer(words, outputs) for _ in range(rows)]
        return [[float(k == label) for k in range(outputs)] for label in labels]
    draws = [[uniform(words) for _ in range(outputs)] for _ in range(rows)]
    if loss == "binary-cross-entropy":
        return [[float(u < 0.5) for u in row] for row in draws]
    if loss == "hinge":
        return [[1.0 if u < 0.5 else -1.0 for u in row] for row in draws]
    return [[4 * u - 2 for u in row] for row in draws]


def run(activation, loss, rows, batch, rate, widths, dropout):
    tensor = lambda values: torch.tensor(values, dtype=torch.float64)
    data = stream(SEED, "data")
    X = tensor([[4 * uniform(data) - 2 for _ in range(widths[0])] for _ in range(rows)])
    Y = tensor(targets(data, loss, rows, widths[-1]))
    weights = stream(SEED, "weights")
    parameters = []
    for n, m in zip(widths, widths[1:]):
        bound = 1 / math.sqrt(n)
        draw = lambda count: tensor([bound * (2 * uniform(weights) - 1) for _ in range(count)])
        W = draw(n * m).reshape(m, n)
        parameters.append((W.requires_grad_(), draw(m).requires_grad_()))
    optimizer = torch.optim.SGD([p for pair in parameters for p in pair], lr=rate)

    order_words, mask_words = stream(SEED, "order"), stream(SEED, "dropout")
    order, losses = list(range(rows)), []
    while len(losses) < UPDATES:
        shuffle(order_words, order)
        for start in range(0, rows, batch):
            chosen = order[start : start + batch]
            kept = [
                [[uniform(mask_words) >= p for _ in range(m)] for p, m in zip(dropout, widths[1:]) if p > 0]
                for _ in chosen
            ]
            values, used = X[chosen], 0
            for k, (W, b) in enumerate(parameters):
                values = values @ W.T + b
                if k < len(parameters) - 1:
                    values = ACTIVATIONS[activation](values)
                    if k < len(dropout) and dropout[k] > 0:
                        mask = tensor([sample[used] for sample in kept])
                        used += 1
                        values = values * mask / (1 - dropout[k])
            value = LOSSES[loss](values, Y[chosen])
            optimizer.zero_grad()
            value.backward()
            optimizer.step()
            losses.append(value.item())
    print("case", activation, loss, rows, batch, rate, *widths, "/", *dropout)
    print("losses", *(f"{struct.unpack('<Q', struct.pack('<d', v))[0]:x}" for v in losses[:UPDATES]))


if __name__ == "__main__":
    torch.set_num_threads(1)
    run("tanh", "binary-cross-entropy", 40, 8, 0.3, [2, 16, 1], [])
    run("relu", "softmax-cross-entropy", 50, 16, 0.2, [4, 12, 10, 3], [0.3, 0.5])
    run("gelu", "huber", 45, 7, 0.2, [3, 9, 2], [])
    run("leaky-relu", "squared-error", 40, 40, 0.1, [3, 8, 5, 1], [])
    run("elu", "absolute-error", 70, 70, 0.1, [2, 7, 2], [0.1])
    run("softplus", "hinge", 33, 5, 0.1, [3, 6, 6, 1], [0, 0.25])
    run("gelu-tanh", "pinball", 90, 64, 0.2, [2, 8, 1], [])
    run("sigmoid", "softmax-cross-entropy", 150, 70, 0.5, [5, 6, 4], [0.2])
