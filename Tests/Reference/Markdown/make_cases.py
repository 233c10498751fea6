"""Writes cases.json: random inputs, and the compact HTML two outside libraries agree on.

    python3 -m venv venv
    venv/bin/pip install markdown-it-py==4.3.0 commonmark==0.9.2
    venv/bin/python make_cases.py

An input is kept where both libraries give the same, or where it holds a table, which only
markdown-it-py knows. Neither library follows the specification everywhere, so an input on which
they part proves nothing.
"""

import json
import pathlib
import random

import reference
import second

INLINE = """
* ** _ __ *** ` `` [ ] ( ) ![ ](b) [r] [r][] [x][r] ![r] a b foo \\ \\* &amp; &#35; &bogus; <b> </b>
<!--c--> <http://a.b> <m@x.yz> ! é “ . - + 1 | \\| < > & " ' € &alpha; &nbsp; &#x3bb;
""".split() + ["[R ]", '](/u "t")', '<a href="x">', " ", " ", " ", "  ", "\n", "\n", "\t"]

MARKERS = ["", "", "", "- ", "* ", "+ ", "1. ", "2) ", "10. ", "> ", ">", "  ", "    ", "   ", "\t"]
MARKERS += ["# ", "## ", "- - ", "> - ", "- > ", "      ", "-\t"]

LINES = """***|---|===|```|~~~|``` info|````|    code|# h|## h ##|<div>|</div>|<!-- x|-->|<x>|[r]: /url
[r]: </u v> 'T'|[r]:|/url|'title'|"t||||a|foo bar|-|1.|*|+|<script>|</script>|\\|text  |a\\|- a|* b
1. c|3. d|> q|  - n|    - n|    p""".replace("\n", "|").split("|")

ROWS = ["| a | b |", "|---|:-:|", "| c | `d\\|e` |", "a | b", "-|-", ":-: | --:", "| x", "x | y | z"]


def inlines(draw, most):
    return "".join(draw.choice(INLINE) for _ in range(draw.randint(1, most)))


def line(draw, lines):
    markers = "".join(draw.choice(MARKERS) for _ in range(draw.choice([0, 1, 1, 2, 2, 3])))
    text = draw.choice(lines) if draw.random() < 0.8 else inlines(draw, 5).replace("\n", " ")
    return markers + text


def table(draw):
    header = draw.choice(["| a | b |", "a | b", "*a* | `b`"])
    delimiters = draw.choice(["|---|:-:|", "-|-", ":-: | --:"])
    # Rows no wider than the header: what becomes of the rest is this project's own choice.
    cells = [inlines(draw, 4).replace("\n", " ").replace("|", "\\|") for _ in range(draw.randint(0, 4))]
    rows = [f"{a} | {b}" for a, b in zip(cells[::2], cells[1::2])]
    return "\n".join([header, delimiters, *rows, *draw.choice([[], ["x"], ["> q"], ["", "text"]])])


def case(draw):
    shape = draw.random()
    if shape < 0.3:
        text = inlines(draw, 14)
    elif shape < 0.4:
        text = "".join(draw.choice("*_a ") for _ in range(draw.randint(1, 16)))
    elif shape < 0.5:
        text = table(draw)
    else:
        text = "\n".join(line(draw, LINES + ROWS) for _ in range(draw.randint(1, 8)))
    return text + ("\n\n[r]: /ref 'ti'\n" if draw.random() < 0.5 else "\n")


def main():
    draw = random.Random(20240128)
    cases, parted = [], 0
    while len(cases) < 600:
        text = case(draw)
        first = reference.markup(text)
        if "<table>" in first or first == second.markup(text):
            cases.append({"input": text, "html": first})
        else:
            parted += 1
    document = {
        "libraries": ["markdown-it-py 4.3.0", "commonmark 0.9.2"],
        "skippedBecauseTheyDiffer": parted,
        "cases": cases,
    }
    path = pathlib.Path(__file__).with_name("cases.json")
    path.write_text(json.dumps(document, ensure_ascii=False, indent=0) + "\n")


if __name__ == "__main__":
    main()
