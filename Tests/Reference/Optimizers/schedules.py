"""Learning rates of schedules over their whole length and past their end, by PyTorch and optax.

Python 3.11, PyTorch 2.15.0, optax 0.2.8, JAX 0.10.2. Usage: python schedules.py > schedules.txt

Each line is a library, a schedule's name and the bit patterns, in hexadecimal, of its rates at steps
0 … 349 (one-cycle: as long as PyTorch goes on). `losses` lines hold histories and `plateau` lines,
each behind one, the rates after each of its losses. The settings are those in `ScheduleParityTests`.
"""

import math
import random
import struct
import warnings

import jax
import optax
import torch
from torch.optim import lr_scheduler as torch_schedules

jax.config.update("jax_enable_x64", True)
warnings.filterwarnings("ignore")
STEPS, RATE, LENGTH = 350, 0.3, 200


def show(library, name, rates):
    bits = (f"{struct.unpack('<Q', struct.pack('<d', float(v)))[0]:x}" for v in rates)
    print(library, name, *bits)


def rule(rate=RATE):
    return torch.optim.SGD([torch.zeros(1, requires_grad=True)], lr=rate)


def stepped(make, steps=STEPS):
    """What the training loop sees: a rate, then a step of the schedule."""
    optimizer = rule()
    schedule = make(optimizer)
    for _ in range(steps):
        yield optimizer.param_groups[0]["lr"]
        optimizer.step()
        schedule.step()


def closed(make, steps=STEPS):
    """The closed form, which has no rounding errors to gather."""
    schedule = make(rule())
    for step in range(steps):
        schedule.last_epoch = step
        yield schedule._get_closed_form_lr()[0]


T = torch_schedules
show("torch", "constant", stepped(lambda o: T.ConstantLR(o, factor=1)))
show("torch", "step", closed(lambda o: T.StepLR(o, 30, 0.5)))
show("torch", "multi-step", stepped(lambda o: T.MultiStepLR(o, [20, 90, 90, 200], 0.1)))
show("torch", "exponential", closed(lambda o: T.ExponentialLR(o, 0.97)))
show("torch", "inverse-time", stepped(lambda o: T.LambdaLR(o, lambda t: 1 / (1 + 0.05 * t))))
show("torch", "polynomial-1", closed(lambda o: T.PolynomialLR(o, LENGTH, 1)))
show("torch", "polynomial-2", closed(lambda o: T.PolynomialLR(o, LENGTH, 2)))
show("torch", "polynomial-0.5", closed(lambda o: T.PolynomialLR(o, LENGTH, 0.5)))
show("torch", "cosine-wave", closed(lambda o: T.CosineAnnealingLR(o, LENGTH, 0.01)))
show("torch", "restarts-1", stepped(lambda o: T.CosineAnnealingWarmRestarts(o, 40, 1, 0.01)))
show("torch", "restarts-2", stepped(lambda o: T.CosineAnnealingWarmRestarts(o, 25, 2, 0.01)))
show("torch", "one-cycle-100", stepped(lambda o: T.OneCycleLR(o, RATE, 100), 100))
show("torch", "one-cycle-200", stepped(lambda o: T.OneCycleLR(o, RATE, 200, pct_start=0.17), 200))
# SequentialLR starts the second schedule anew at the milestone.
show(
    "torch",
    "warm-up-exponential",
    stepped(
        lambda o: T.SequentialLR(
            o, [T.LinearLR(o, 0.1, 1, 50), T.ExponentialLR(o, 0.97)], [50]
        )
    ),
)

cosine = optax.cosine_decay_schedule(RATE, LENGTH, 0.01 / RATE)
polynomial = optax.polynomial_schedule(RATE, 0.02, 3, LENGTH)
one_cycle = optax.cosine_onecycle_schedule(100, RATE, 0.3, 25, 1e4)
warm = optax.join_schedules(
    [optax.linear_schedule(0.03, RATE, 50), optax.cosine_decay_schedule(RATE, LENGTH)], [50]
)
show("optax", "cosine", map(cosine, range(STEPS)))
show("optax", "polynomial-3", map(polynomial, range(STEPS)))
show("optax", "warm-up-cosine", map(warm, range(STEPS)))
show("optax-differs", "one-cycle-100", map(one_cycle, range(100)))

generator = random.Random(4)
for case in range(12):
    level, losses = 2.0, []
    for step in range(80):
        level *= 0.97 if step % 30 < 12 else 1
        losses.append(level * (1 + 0.02 * generator.gauss(0, 1) * (case > 3)))
    if case % 4 == 3:
        losses[17] = math.nan
    optimizer = rule()
    cooldown, lowest = (3, 0.004) if case % 2 else (0, 0)
    plateau = T.ReduceLROnPlateau(
        optimizer, factor=0.3, patience=case % 5, threshold=0.01, cooldown=cooldown, min_lr=lowest
    )
    rates = []
    for loss in losses:
        plateau.step(loss)
        rates.append(optimizer.param_groups[0]["lr"])
    show("losses", case, losses)
    show("plateau", case, rates)
