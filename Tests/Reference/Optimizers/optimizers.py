"""Runs of optimizers on recorded gradients in 64-bit, by PyTorch and optax.

Python 3.11, PyTorch 2.15.0, optax 0.2.8, JAX 0.10.2. Usage: python optimizers.py > optimizers.txt

Each line is a name and bit patterns in hexadecimal. `start` holds the parameters, each `gradients`
line those of one step (100 lines), each `rates` line a schedule's name and its rates. Then the cases:
`library optimizer decay schedule`, followed by the parameters after 1, 5, 20, 50 and 100 steps.
`optax-inside` is optax with ε inside the root, which is its default for rmsprop.
"""

import math
import random
import struct
import warnings

import jax
import jax.numpy as jnp
import optax
import torch

jax.config.update("jax_enable_x64", True)
warnings.filterwarnings("ignore")
STEPS, KEPT = 100, (1, 5, 20, 50, 100)
SCALES = [1e-8, 1e-6, 1e-6, 3e-6, 1e-3, 0.1, 1, 1, 10, 1e3, 1e5]
DECAY = 0.03
generator = random.Random(20)

# Parameters are driven away from 0, so that relative errors mean something.
signs = [generator.choice((-1, 1)) for _ in SCALES]
START = [s * (1 + generator.random()) * max(1, x) for s, x in zip(signs, SCALES)]
GRADIENTS = [
    [-s * x * (0.6 + generator.gauss(0, 1)) for s, x in zip(signs, SCALES)] for _ in range(STEPS)
]
RATES = {
    "constant": [0.01] * STEPS,
    "step": [0.02 * 0.5 ** (t // 30) for t in range(STEPS)],
    "cosine": [0.01 * (1 + math.cos(math.pi * t / STEPS)) for t in range(STEPS)],
}


def bits(values):
    return " ".join(f"{struct.unpack('<Q', struct.pack('<d', float(v)))[0]:x}" for v in values)


SGD = torch.optim.SGD
TORCH = {
    "sgd": lambda p, l2: SGD(p, lr=1, weight_decay=l2),
    "momentum": lambda p, l2: SGD(p, lr=1, momentum=0.9, weight_decay=l2),
    "nesterov": lambda p, l2: SGD(p, lr=1, momentum=0.9, nesterov=True, weight_decay=l2),
    "adagrad": lambda p, l2: torch.optim.Adagrad(p, lr=1, weight_decay=l2),
    "rmsprop": lambda p, l2: torch.optim.RMSprop(p, lr=1, weight_decay=l2),
    "adam": lambda p, l2: torch.optim.Adam(p, lr=1, weight_decay=l2),
    "amsgrad": lambda p, l2: torch.optim.Adam(p, lr=1, weight_decay=l2, amsgrad=True),
    "adamw": lambda p, l2: torch.optim.AdamW(p, lr=1, weight_decay=0.01),
}


def with_torch(name, decay, rates):
    parameter = torch.tensor(START, dtype=torch.float64, requires_grad=True)
    if name in ("adam", "amsgrad") and decay == "decoupled":
        rule = torch.optim.AdamW([parameter], lr=1, weight_decay=DECAY, amsgrad=name == "amsgrad")
        decay = "own"
    else:
        rule = TORCH[name]([parameter], DECAY if decay == "coupled" else 0)
    for step in range(STEPS):
        parameter.grad = torch.tensor(GRADIENTS[step], dtype=torch.float64)
        if decay == "clip-norm":
            torch.nn.utils.clip_grad_norm_([parameter], 1.0)
        elif decay == "clip-value":
            torch.nn.utils.clip_grad_value_([parameter], 0.5)
        elif decay == "l1":
            parameter.grad += DECAY * parameter.detach().sign()
        elif decay == "clip-norm-coupled":
            torch.nn.utils.clip_grad_norm_([parameter], 1.0)
            parameter.grad += DECAY * parameter.detach()
        elif decay == "decoupled":
            with torch.no_grad():
                parameter.mul_(1 - rates[step] * DECAY)
        rule.param_groups[0]["lr"] = rates[step]
        rule.step()
        if step + 1 in KEPT:
            yield parameter.detach().tolist()


OPTAX = {
    "sgd": lambda r: optax.sgd(r),
    "momentum": lambda r: optax.sgd(r, momentum=0.9),
    "nesterov": lambda r: optax.sgd(r, momentum=0.9, nesterov=True),
    "adagrad": lambda r: optax.adagrad(r, initial_accumulator_value=0, eps=1e-20),
    "rmsprop": lambda r: optax.rmsprop(r, decay=0.99, eps_in_sqrt=False),
    "adam": lambda r: optax.adam(r),
    "amsgrad": lambda r: optax.amsgrad(r),
    "adamw": lambda r: optax.adamw(r, weight_decay=0.01),
}
INSIDE = {
    "rmsprop": lambda r: optax.rmsprop(r, decay=0.99),
    "adam": lambda r: optax.adam(r, eps=0, eps_root=1e-8),
}


def with_optax(make, rates):
    table = jnp.array(rates)
    rule = make(lambda step: table[step])
    parameters = jnp.array(START)
    state = rule.init(parameters)
    for step in range(STEPS):
        updates, state = rule.update(jnp.array(GRADIENTS[step]), state, parameters)
        parameters = optax.apply_updates(parameters, updates)
        if step + 1 in KEPT:
            yield parameters.tolist()


print("start", bits(START))
for gradients in GRADIENTS:
    print("gradients", bits(gradients))
for name, rates in RATES.items():
    print("rates", name, bits(rates))


def show(library, name, decay, schedule, rows):
    for step, row in zip(KEPT, rows):
        print(library, name, decay, schedule, step, bits(row))


for name in TORCH:
    for decay in ["none"] if name == "adamw" else ["none", "coupled", "decoupled"]:
        for schedule, rates in RATES.items():
            show("torch", name, decay, schedule, with_torch(name, decay, rates))
for name in ("sgd", "momentum", "adam"):
    for decay in ("l1", "clip-norm", "clip-value", "clip-norm-coupled"):
        show("torch", name, decay, "cosine", with_torch(name, decay, RATES["cosine"]))
for name, make in OPTAX.items():
    show("optax", name, "none", "cosine", with_optax(make, RATES["cosine"]))
for name, make in INSIDE.items():
    show("optax-inside", name, "none", "cosine", with_optax(make, RATES["cosine"]))
