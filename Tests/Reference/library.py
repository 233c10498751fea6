"""Checks what the `library` blocks of lessons say of PyTorch, Keras, scikit-learn and Optuna.

Python 3.11, PyTorch 2.15.0, Keras 3.15.1, scikit-learn 1.9.1, Optuna 5.0.0. For these:

    pip install torch==2.15.0 keras==3.15.1 scikit-learn==1.9.1 optuna==5.0.0

Usage: python library.py FOLDER

A line `in: LIBRARY VERSION | CALL | NOTE` names a function or a class with keywords of it. The
version has to be the installed one, the name has to be there, and each keyword has to be an argument
with that default; `name=...` stands for an argument that has none. Prints every line checked, then
what is wrong. The status is 1 if anything is, and 2 if there was nothing to check. What a line says
of a library without such a knob (`none`), notes, `first` and `trap` are for people to check.
"""

import ast
import importlib
import inspect
import os
import pathlib
import re
import sys

os.environ.setdefault("KERAS_BACKEND", "torch")

PACKAGES = {"PyTorch": "torch", "Keras": "keras", "scikit-learn": "sklearn", "Optuna": "optuna"}
EVERYWHERE = ("PyTorch", "Keras", "scikit-learn")
FENCE = re.compile(r" {0,3}(`{3,}|~{3,})\s*(.*?)\s*$")


class Wrong(Exception):
    """What is wrong with a line."""


def blocks(text):
    """The lines of each `library` block with their numbers, the number of its first line before."""
    fence, lines = None, None
    for number, line in enumerate(text.splitlines(), 1):
        found = FENCE.match(line)
        if fence is None:
            if found:
                fence = found[1]
                lines = [] if found[2].split()[:1] == ["library"] else None
                begin = number
        elif found and not found[2] and found[1][0] == fence[0] and len(found[1]) >= len(fence):
            if lines is not None:
                yield begin, lines
            fence, lines = None, None
        elif lines is not None:
            lines.append((number, line))


def installed(library):
    """The installed version of a library, without what tells how it was built."""
    return importlib.import_module(PACKAGES[library]).__version__.split("+")[0]


def parts(function):
    """The names in `a.b.c`."""
    names = []
    while isinstance(function, ast.Attribute):
        names.append(function.attr)
        function = function.value
    if not isinstance(function, ast.Name):
        raise Wrong("is no call of a name")
    return [function.id, *reversed(names)]


def named(names):
    """The function or class of that name: of the longest module that can be imported."""
    for count in range(len(names), 0, -1):
        try:
            thing = importlib.import_module(".".join(names[:count]))
        except ModuleNotFoundError:
            continue
        for name in names[count:]:
            if not hasattr(thing, name):
                raise Wrong(f"{name} is not in {'.'.join(names[:count])}")
            thing = getattr(thing, name)
        if not callable(thing):
            raise Wrong("cannot be called")
        return thing
    raise Wrong(f"{names[0]} cannot be imported")


def alike(stated, default):
    """Equal and of one type, so that 0, 0.0 and False are three things."""
    return type(stated) is type(default) and stated == default


def check(library, call):
    """Nothing if the call names what is there; else it raises what is wrong."""
    try:
        tree = ast.parse(call, mode="eval").body
    except (SyntaxError, ValueError) as error:
        raise Wrong("is not Python") from error
    if not isinstance(tree, ast.Call) or tree.args:
        raise Wrong("is no call with keywords only")
    names = parts(tree.func)
    if names[0] != PACKAGES[library]:
        raise Wrong(f"is not in {PACKAGES[library]}")
    arguments = inspect.signature(named(names)).parameters
    for keyword in tree.keywords:
        argument = arguments.get(keyword.arg)
        if argument is None or argument.kind in (argument.VAR_POSITIONAL, argument.VAR_KEYWORD):
            raise Wrong(f"has no argument {keyword.arg}")
        try:
            stated = ast.literal_eval(keyword.value)
        except ValueError as error:
            raise Wrong(f"{keyword.arg} is no plain value") from error
        has_none = argument.default is argument.empty
        if stated is ... and not has_none:
            raise Wrong(f"{keyword.arg} has a default, {argument.default!r}")
        if stated is not ... and has_none:
            raise Wrong(f"{keyword.arg} has no default")
        if stated is not ... and not alike(stated, argument.default):
            raise Wrong(f"{keyword.arg} is {argument.default!r}")


def check_line(value):
    """The library of the value of a line `in`, all of it checked."""
    fields = [field.strip() for field in value.split(" | ")]
    if len(fields) not in (2, 3):
        raise Wrong("is not LIBRARY VERSION | CALL | NOTE")
    library, _, version = fields[0].rpartition(" ")
    if library not in PACKAGES:
        raise Wrong(f"is none of {', '.join(PACKAGES)}")
    if version != installed(library):
        raise Wrong(f"{library} {installed(library)} is installed")
    if fields[1] != "none":
        check(library, fields[1])
    elif len(fields) == 2:
        raise Wrong("none without a reason")
    return library


def main(folder):
    """Prints all of a folder; the status."""
    # Without it scikit-learn hides its halving searches.
    importlib.import_module("sklearn.experimental.enable_halving_search_cv")
    lines, faults = 0, []
    for path in sorted(pathlib.Path(folder).glob("*.md")):
        for begin, block in blocks(path.read_text(encoding="utf-8")):
            met = set()
            for number, line in block:
                key, _, value = line.partition(":")
                if key.strip() != "in":
                    continue
                lines += 1
                try:
                    met.add(check_line(value.strip()))
                    print(f"{path.name}:{number}: right: {value.strip()}")
                except Wrong as wrong:
                    faults.append(f"{path.name}:{number}: wrong: {wrong}: {value.strip()}")
                    met.update(name for name in EVERYWHERE if value.strip().startswith(name))
            missing = [name for name in EVERYWHERE if name not in met]
            if missing:
                faults.append(f"{path.name}:{begin}: wrong: nothing of {', '.join(missing)}")
    print(*faults, sep="\n", end="\n" if faults else "")
    print(f"{lines} lines, {len(faults)} wrong")
    if not lines:
        return 2
    return 1 if faults else 0


if __name__ == "__main__":
    if len(sys.argv) != 2:
        print("usage: python library.py FOLDER", file=sys.stderr)
        sys.exit(2)
    sys.exit(main(sys.argv[1]))
