"""Holds what the site makes of Markdown against the examples of CommonMark and of GitHub's tables.

Needs Python 3.11 and `pip install cmarkgfm==2025.10.22`. Run from the top of the project:

    swift build --product commonmark
    python3 Tests/Reference/commonmark.py PATH_OF_COMMONMARK FOLDER [TABLES]

The examples are those of the specification 0.31.2 (652, from the sources of markdown-it-py 4.3.0) and of
GitHub's dialect 0.29 (8 with tables, from the sources of marko 2.2.4). They are downloaded into FOLDER,
where they are looked for first: their licence, CC BY-SA 4.0, is not that of this project. All must come
out to the last byte, but for the one named in DIFFERENT. Then as many random tables, 2000 unless said
otherwise, are written by cmarkgfm too, GitHub's own program. The status is 0 if nothing differs.
"""

import json
import pathlib
import random
import re
import subprocess
import sys
import tarfile

import cmarkgfm

SOURCES = {
    "markdown-it-py==4.3.0": ("tests/test_cmark_spec/commonmark.json", 652),
    "marko==2.2.4": ("tests/spec/gfm.txt", 672),
}

# GitHub drops what a row has beyond the header, where `Table` says that nothing of a text is lost.
DIFFERENT = {"table 204"}


def source(package, folder):
    """The text of a package's examples, downloaded unless it is there."""
    path, _ = SOURCES[package]
    name = package.replace("-", "_").replace("==", "-")
    archive = folder / f"{name}.tar.gz"
    if not archive.exists():
        subprocess.run(
            [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--no-binary", ":all:",
             "--dest", folder, package],
            check=True,
        )
    with tarfile.open(archive) as files:
        return files.extractfile(f"{name}/{path}").read().decode()


def examples(folder):
    """Every example: (name, Markdown, HTML)."""
    found = json.loads(source("markdown-it-py==4.3.0", folder))
    assert len(found) == 652
    for example in found:
        yield f"{example['section']} {example['example']}", example["markdown"], example["html"]
    fence = "`" * 32
    text = source("marko==2.2.4", folder)
    found = re.findall(rf"^{fence} example(.*?)\n(.*?)^\.\n(.*?)^{fence}$", text, re.M | re.S)
    assert len(found) == 672
    for number, (extension, markdown, made) in enumerate(found, 1):
        if extension.strip() == "table":
            yield f"table {number}", markdown.replace("→", "\t"), made.replace("→", "\t")


PIECES = (
    "a", "b", "word", "0.1", "é", "語", " ", "  ", "\\|", "\\\\", "\\*", "*", "**", "_", "`", "``", "&amp;",
    "&lt;", "&", "<", ">", "<b>", "[a](b)", "[a](<b c> \"d\")", "![a](b)", "*a*", "**b**", "`c`", "`\\|`",
    "<http://a.b>", "!", "[", "]", "(", ")", "#", "-", ":", "~",
)


def cell(random, most=4):
    return "".join(random.choice(PIECES) for _ in range(random.randrange(most + 1)))


def row(cells, random):
    """A row with or without pipes at its ends."""
    text = "|".join(f" {cell} " for cell in cells)
    before = len(cells) == 1 or not cells[0].strip() or random.random() < 0.7
    after = len(cells) == 1 or not cells[-1].strip() or random.random() < 0.7
    return f"{'|' if before else ''}{text}{'|' if after else ''}".strip()


def table(random):
    """A table whose rows are no longer than its header, at times in a quote or an item."""
    columns = random.randint(1, 4)
    lines = [row([cell(random, 3) + "h" for _ in range(columns)], random)]
    rules = [random.choice(("-", "---", ":-", "-:", ":-:", ":---", "---:")) for _ in range(columns)]
    lines.append(row(rules, random))
    for _ in range(random.randrange(5)):
        count = random.randint(1, columns)
        lines.append(row([cell(random) for _ in range(count)], random))
    first, rest = random.choice((("", ""),) * 4 + (("> ", "> "), ("- ", "  "), ("1. > ", "   > ")))
    text = "".join((rest if place else first) + line + "\n" for place, line in enumerate(lines))
    after = random.choice(("", "\n", "\nafter\n", "> after\n", "# after\n", "- after\n"))
    # Behind an item that ends in a table without rows cmarkgfm sees a blank line where none is.
    return text + ("" if first == "- " and after == "- after\n" else after)


def written(program, texts):
    """The HTML that the project makes of texts."""
    asked = "".join(json.dumps(text) + "\n" for text in texts)
    done = subprocess.run([program], input=asked, capture_output=True, text=True, check=True)
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(answers) == len(texts)
    return answers


def compare(kind, program, cases):
    """Prints what differs and how many agree; says whether all is as expected."""
    made = written(program, [markdown for _, markdown, _ in cases])
    differing = {name for (name, _, expected), own in zip(cases, made) if own != expected}
    for (name, markdown, expected), own in zip(cases, made):
        if name in differing - DIFFERENT:
            print(f"{name}: {markdown!r}\n  expected {expected!r}\n  made     {own!r}")
    known = sorted(differing & DIFFERENT)
    print(f"{kind}: {len(cases) - len(differing)} of {len(cases)}",
          *(f"(on purpose not: {name})" for name in known))
    return differing == {name for name, _, _ in cases} & DIFFERENT


def main():
    program, folder = sys.argv[1], pathlib.Path(sys.argv[2])
    count = int(sys.argv[3]) if len(sys.argv) > 3 else 2000
    folder.mkdir(parents=True, exist_ok=True)
    found = list(examples(folder))
    tables = []
    for seed in range(count):
        markdown = table(random.Random(seed))
        made = cmarkgfm.markdown_to_html_with_extensions(
            markdown, cmarkgfm.Options.CMARK_OPT_UNSAFE, ["table"])
        tables.append((f"seed {seed}", markdown, made))
    agreed = [
        compare("CommonMark 0.31.2", program, [c for c in found if not c[0].startswith("table ")]),
        compare("tables of GitHub's dialect", program, [c for c in found if c[0].startswith("table ")]),
        compare("random tables", program, tables),
    ]
    sys.exit(0 if all(agreed) else 1)


main()
