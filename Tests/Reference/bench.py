"""The works of knobs-bench in scikit-learn, PyTorch and JAX, beside knobs-bench itself.

Python 3.11, NumPy 2.4.6, scikit-learn 1.9.1, PyTorch 2.15.0, JAX 0.10.2, Optax 0.2.8.
Usage: python bench.py PATH_OF_KNOBS_BENCH [RUNS] [NAME ...]

All run on one thread in 64 bits: for each work first knobs-bench, then each library after a warm-up.
The ratio of the medians of RUNS (default 5) counts; that of the minima tells what other programs
on the machine disturbed. PyTorch runs eagerly. JAX runs the whole training as one jitted program
of two nested scans; cold is its first call, compilation included. No library is asked for more than
the trained parameters, except that scikit-learn's `fit` always sums up the losses of its batches.
All train on the data of the Swift works; `WorkTests` keeps some of the numbers drawn here.
"""

import os

for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[name] = "1"
os.environ["XLA_FLAGS"] = "--xla_cpu_multi_thread_eigen=false intra_op_parallelism_threads=1"
os.environ["JAX_PLATFORMS"] = "cpu"

import json
import platform
import statistics
import subprocess
import sys
import time
import warnings
from statistics import NormalDist

import jax
import jax.numpy as jnp
import numpy as np
import optax
import sklearn
import torch
from sklearn.linear_model import SGDRegressor
from sklearn.neural_network import MLPClassifier

import random_stream

jax.config.update("jax_enable_x64", True)
torch.set_num_threads(1)
torch.set_num_interop_threads(1)
torch.set_default_dtype(torch.float64)
warnings.filterwarnings("ignore")


class Draws:
    """Uniform and normal draws from the stream "data" of seed 1, as `RandomStream` makes them."""

    def __init__(self):
        self.words = random_stream.stream(1, "data")

    def uniform(self):
        return (next(self.words) >> 11) * 2.0**-53

    def normal(self):
        """By the algorithm AS 241, as in Swift; its logarithm may differ in the last bit."""
        return NormalDist().inv_cdf(((next(self.words) >> 12) + 0.5) * 2.0**-52)


def small_data():
    draws = Draws()
    x = np.array([[-1 + 2 * draws.uniform() for _ in range(2)] for _ in range(500)])
    return x, (x[:, 0] * x[:, 1] > 0).astype(float)


def linear_data():
    draws = Draws()
    rows = [[draws.normal() for _ in range(10)]]
    noise = []
    for _ in range(1000):
        rows.append([draws.normal() for _ in range(10)])
        noise.append(draws.normal())
    weights, x = rows[0], np.array(rows[1:])
    return x, x @ np.array(weights) + 0.1 * np.array(noise)


def digits_data():
    draws = Draws()
    centers = [[draws.uniform() for _ in range(64)] for _ in range(10)]
    x = [[c + 0.5 * draws.normal() for c in centers[row % 10]] for row in range(1500)]
    return np.array(x), np.arange(1500) % 10


WORKS = {
    # name: data, widths, activation, loss, rate, Adam?, batch, epochs
    "small-mlp": (small_data, [2, 16, 16, 1], "tanh", "binary", 0.1, False, 32, 100),
    "pure-sgd": (linear_data, [10, 1], "tanh", "squared", 0.001, False, 1, 100),
    "digits-mlp": (digits_data, [64, 32, 10], "relu", "softmax", 1e-3, True, 32, 20),
}


def with_sklearn(data, widths, activation, loss, rate, adam, batch, epochs):
    x, y = data()
    if loss == "squared":
        model = SGDRegressor(
            penalty=None, learning_rate="constant", eta0=rate, max_iter=epochs, tol=None,
            random_state=1,
        )
    else:
        model = MLPClassifier(
            widths[1:-1], activation=activation, solver="adam" if adam else "sgd", alpha=0,
            batch_size=batch, learning_rate_init=rate, momentum=0, max_iter=epochs, tol=0,
            n_iter_no_change=epochs + 1, random_state=1,
        )
    return lambda: model.fit(x, y)


def with_torch(data, widths, activation, loss, rate, adam, batch, epochs):
    x, y = map(torch.from_numpy, data())
    act = {"tanh": torch.nn.Tanh, "relu": torch.nn.ReLU}[activation]
    criterion = {
        "binary": torch.nn.BCEWithLogitsLoss(),
        "squared": torch.nn.MSELoss(),
        "softmax": torch.nn.CrossEntropyLoss(),
    }[loss]

    def train():
        torch.manual_seed(1)
        layers = []
        for a, b in zip(widths, widths[1:]):
            layers += [torch.nn.Linear(a, b), act()]
        model = torch.nn.Sequential(*layers[:-1])
        optimizer = (torch.optim.Adam if adam else torch.optim.SGD)(model.parameters(), lr=rate)
        for _ in range(epochs):
            for rows in torch.randperm(len(x)).split(batch):
                optimizer.zero_grad()
                out = model(x[rows])
                criterion(out if loss == "softmax" else out.squeeze(1), y[rows]).backward()
                optimizer.step()

    return train


def with_jax(data, widths, activation, loss, rate, adam, batch, epochs):
    x, y = map(jnp.asarray, data())
    act = {"tanh": jnp.tanh, "relu": jax.nn.relu}[activation]
    optimizer = optax.adam(rate) if adam else optax.sgd(rate)
    n = len(x)
    whole, left = n // batch, n % batch

    def objective(parameters, rows):
        h = x[rows]
        for i, (w, b) in enumerate(parameters):
            h = h @ w + b
            if i < len(parameters) - 1:
                h = act(h)
        if loss == "softmax":
            return optax.softmax_cross_entropy_with_integer_labels(h, y[rows]).mean()
        if loss == "squared":
            return jnp.mean((h[:, 0] - y[rows]) ** 2)
        return optax.sigmoid_binary_cross_entropy(h[:, 0], y[rows]).mean()

    def step(carry, rows):
        parameters, state = carry
        gradients = jax.grad(objective)(parameters, rows)
        updates, state = optimizer.update(gradients, state)
        return (optax.apply_updates(parameters, updates), state), None

    def epoch(carry, key):
        order = jax.random.permutation(key, n)
        carry, _ = jax.lax.scan(step, carry, order[: whole * batch].reshape(whole, batch))
        if left:
            carry, _ = step(carry, order[whole * batch :])
        return carry, None

    @jax.jit
    def train(key):
        keys = jax.random.split(key, len(widths))
        parameters = [
            (jax.random.uniform(k, (a, b), minval=-1, maxval=1) / a**0.5, jnp.zeros(b))
            for k, a, b in zip(keys, widths, widths[1:])
        ]
        carry = (parameters, optimizer.init(parameters))
        carry, _ = jax.lax.scan(epoch, carry, jax.random.split(keys[-1], epochs))
        return carry[0]

    return lambda: jax.block_until_ready(train(jax.random.PRNGKey(1)))


def milliseconds(work):
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1e3


def measure(work, runs):
    """The first time, and those that follow."""
    first = milliseconds(work)
    return [first], [milliseconds(work) for _ in range(runs)]


def processor():
    try:
        with open("/proc/cpuinfo") as lines:
            return next(line.split(":")[1].strip() for line in lines if "model name" in line)
    except (OSError, StopIteration):
        return platform.processor() or platform.machine()


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    words = sys.argv[2:]
    runs = int(words.pop(0)) if words and words[0].isdigit() else 5
    program = sys.argv[1]

    def ours(name):
        command = [program, "--json", "--runs", str(max(runs, 9)), name]
        answer = subprocess.run(command, capture_output=True, check=True)
        return json.loads(answer.stdout)["results"][0]

    print(f"{processor()}; scikit-learn {sklearn.__version__}, PyTorch {torch.__version__}, "
          f"JAX {jax.__version__}; one thread, 64 bits; median of {runs}")
    head = ("work", "library", "median ms", "ours", "ratio", "of minima")
    print("{:12}{:>14}{:>12}{:>12}{:>10}{:>10}".format(*head))
    for name in (n for n in WORKS if not words or n in words):
        our, work = ours(name), WORKS[name]

        def show(library, times):
            median, best = statistics.median(times), min(times)
            ratio, bests = median / our["medianMilliseconds"], best / our["minimumMilliseconds"]
            print(f"{name:12}{library:>14}{median:12.2f}{our['medianMilliseconds']:12.2f}"
                  f"{ratio:10.1f}{bests:10.1f}", flush=True)

        show("scikit-learn", measure(with_sklearn(*work), runs)[1])
        # Eager PyTorch takes seconds on the longest work; three runs tell as much.
        show("PyTorch eager", measure(with_torch(*work), min(runs, 3))[1])
        cold, warm = measure(with_jax(*work), runs)
        show("JAX cold", cold)
        show("JAX warm", warm)
    if not words or "seeds" in words:
        print(f"seeds: two cores {ours('seeds')['timesFaster']:.2f} times faster than one")


if __name__ == "__main__":
    main()
