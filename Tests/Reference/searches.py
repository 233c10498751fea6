"""The searches of Optuna and scikit-learn beside those of `knobs tune`, on the same functions.

Python 3.11, Optuna 5.0.0, scikit-learn 1.9.1, PyTorch 2.13.0 (for Optuna's GP sampler alone).
Usage: python searches.py PATH_OF_SEARCHES FOLDER SEEDS [FUNCTION/SEARCH[/TRIALS] ...]
       python searches.py FOLDER

The first form makes the searches that are named, or all of them, of 100 trials unless said otherwise,
each for so many seeds from 1001 on, as those below were looked at while the Bayesian search was made. What
they found is kept in FOLDER, a file for each function and search, which goes on behind its last seed. The
second form prints the table of what a folder holds.

All run on one thread; times are processor time, which other programs on the machine disturb least.
Everyone searches the unit cube, and asks the program of Tests/Searches (`swift build -c release
--product searches`) for the values, so that functions are the same to the last bit; the time of that
is taken off. `digits` is the validation loss of `training-run` on digits by five knobs; its lowest
value is not known, so that its regret counts from the lowest that any search found. The functions
have nothing that could be bought less of, so that halving searches have nothing to halve, and are
left out.
"""

import os

for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[name] = "1"

import json
import math
import pathlib
import statistics
import subprocess
import sys
import time
import warnings

FIRST = 1001
TRIALS = 100
LOOKS = (25, 50, 100)
LOWEST = {"branin": 0.39788735772973816, "hartmann-6": -3.3223680113913385, "digits": None}
OURS = ("random", "latin", "halton", "genetic", "bayesian")
THEIRS = ("optuna-random", "optuna-tpe", "optuna-gp", "sklearn-random")
DIMENSIONS = {"branin": 2, "hartmann-6": 6, "digits": 5}


class Function:
    """A function that another process computes, and the seconds that it took to ask."""

    def __init__(self, program, name):
        self.process = subprocess.Popen(
            [program, name], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        self.dimensions = DIMENSIONS[name]
        self.restart()

    def restart(self):
        self.values, self.asked = [], 0.0

    def __call__(self, point):
        start = time.process_time()
        self.process.stdin.write(" ".join(map(repr, map(float, point))) + "\n")
        self.process.stdin.flush()
        value = float(self.process.stdout.readline())
        self.values.append(value)
        self.asked += time.process_time() - start
        return value

    def close(self):
        self.process.stdin.close()
        self.process.wait()


def with_optuna(kind, function, seed, trials):
    import optuna

    optuna.logging.set_verbosity(optuna.logging.ERROR)
    make = {
        "optuna-random": optuna.samplers.RandomSampler,
        "optuna-tpe": optuna.samplers.TPESampler,
        "optuna-gp": optuna.samplers.GPSampler,
    }[kind]
    names = [f"x{axis}" for axis in range(function.dimensions)]

    def objective(trial):
        return function([trial.suggest_float(name, 0, 1) for name in names])

    study = optuna.create_study(sampler=make(seed=seed))
    study.optimize(objective, n_trials=trials)


def with_sklearn(function, seed, trials):
    from scipy.stats import uniform
    from sklearn.base import BaseEstimator
    from sklearn.model_selection import RandomizedSearchCV

    class Asking(BaseEstimator):
        def __init__(self, x0=0, x1=0, x2=0, x3=0, x4=0, x5=0):
            self.x0, self.x1, self.x2, self.x3, self.x4, self.x5 = x0, x1, x2, x3, x4, x5

        def fit(self, x, y=None):
            return self

        def score(self, x, y=None):
            return -function([getattr(self, f"x{axis}") for axis in range(function.dimensions)])

    ranges = {f"x{axis}": uniform(0, 1) for axis in range(function.dimensions)}
    search = RandomizedSearchCV(
        Asking(), ranges, n_iter=trials, cv=[([0], [1])], refit=False, random_state=seed
    )
    search.fit([[0.0], [0.0]])


def kept(folder, name, kind):
    path = pathlib.Path(folder, f"{name}.{kind}.jsonl")
    lines = path.read_text().splitlines() if path.exists() else []
    return path, [json.loads(line) for line in lines]


def search(program, folder, seeds, name, kind, most=TRIALS):
    most = int(most)
    path, rows = kept(folder, name, kind)
    done = {row["seed"] for row in rows}
    missing = [seed for seed in range(FIRST, FIRST + seeds) if seed not in done]
    with path.open("a") as file:
        if kind in OURS:
            if missing:
                count = str(missing[-1] - missing[0] + 1)
                command = [program, name, kind, str(most), str(missing[0]), count]
                with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as answers:
                    for line in answers.stdout:
                        file.write(line)
                        file.flush()
            return
        if missing and kind == "optuna-gp":
            import torch

            torch.set_num_threads(1)
        function = Function(program, name)
        # Number 0 warms up.
        for seed in ([0] if missing else []) + missing:
            function.restart()
            trials = most if seed else 15
            start = time.process_time()
            if kind == "sklearn-random":
                with_sklearn(function, seed, trials)
            else:
                with_optuna(kind, function, seed, trials)
            own = time.process_time() - start - function.asked
            if seed:
                row = {"seed": seed, "seconds": own, "values": function.values}
                file.write(json.dumps(row, separators=(",", ":")) + "\n")
                file.flush()
        function.close()


def table(folder):
    for name, lowest in LOWEST.items():
        found = {kind: kept(folder, name, kind)[1] for kind in OURS + THEIRS}
        found = {kind: rows for kind, rows in found.items() if rows}
        if not found:
            continue
        if lowest is None:
            lowest = min(min(row["values"]) for rows in found.values() for row in rows)
        print(f"\n{name}, lowest {lowest:.6g}\n")
        print("| search | seeds | ms a trial |" + "".join(f" after {look} |" for look in LOOKS))
        print("|---|---|---|" + "---|" * len(LOOKS))
        for kind, rows in found.items():
            time_ = statistics.median(1e3 * row["seconds"] / len(row["values"]) for row in rows)
            cells = []
            for look in LOOKS:
                regrets = [
                    min(row["values"][:look]) - lowest for row in rows if len(row["values"]) >= look
                ]
                if not regrets:
                    cells.append(" |")
                    continue
                count = len(regrets)
                error = statistics.stdev(regrets) / math.sqrt(count) if count > 1 else 0
                cells.append(f" {statistics.mean(regrets):.3g} ± {error:.2g} |")
            who = kind if "-" in kind else f"ours, {kind}"
            print(f"| {who} | {len(rows)} | {time_:.3g} |" + "".join(cells))


def main():
    words = sys.argv[1:]
    if len(words) == 1:
        return table(words[0])
    if len(words) < 3:
        sys.exit(__doc__)
    program, folder, seeds, *chosen = words
    warnings.filterwarnings("ignore")
    pathlib.Path(folder).mkdir(exist_ok=True)
    for choice in chosen or [f"{name}/{kind}" for name in LOWEST for kind in OURS + THEIRS]:
        search(program, folder, int(seeds), *choice.split("/"))


if __name__ == "__main__":
    main()
