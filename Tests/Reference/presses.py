"""What a lesson asks of a learner's hands: key presses and rows of metrics at 80 x 24.

Takes every lesson in `knobs learn` at a pseudo-terminal with enter, a guess for each prediction and
the recorded middle of what passes for each exercise (Tests/Bits/calibrations.jsonl). Keys that are
pressed and lines that are typed are counted apart. Rows of metrics are counted in the tables below the headings of runs; the
tallest screen is the most rows that are written between two presses.

Python 3.11 on Linux, the standard library alone. Usage, in the folder of the project:

    python Tests/Reference/presses.py [PROGRAM] [--lessons DIR] [--show] [--typing] [LESSON ...]

PROGRAM is .build/debug/knobs unless given; --show prints each screen as it stood before a press;
--typing begins an answer by typing it, and not with enter.
"""

import fcntl, json, os, pty, re, select, statistics, struct, subprocess, sys, tempfile, termios

WIDTH, HEIGHT = 80, 24

# How often an exercise is answered before it is left: what passes on most seeds may miss on some.
MOST_TRIES = 3
ESCAPE = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")


def arguments():
    words, program, folder, names, flags = sys.argv[1:], ".build/debug/knobs", None, [], set()
    while words:
        word = words.pop(0)
        if word == "--lessons":
            folder = words.pop(0)
        elif word in ("--show", "--typing"):
            flags.add(word)
        elif os.sep in word:
            program = word
        else:
            names.append(word)
    return program, folder, names, flags


def answers():
    found = {}
    with open("Tests/Bits/calibrations.jsonl") as file:
        for line in file:
            fields = json.loads(line)
            found[fields["exercise"]] = fields["middle"]["settings"]
    return found


class Session:
    """A lesson being taken."""

    def __init__(self, program, folder, lesson, simulations, passing, flags):
        self.simulations, self.passing, self.flags = simulations, passing, flags
        self.lesson = lesson
        self.presses = self.typed = self.more = self.rows = self.tallest = 0
        self.exercise, self.tries = None, 0
        self.place, self.block = "", []
        self.state = tempfile.TemporaryDirectory()
        environment = dict(
            os.environ, KNOBS_STATE=self.state.name, TERM="xterm-256color", LANG="C.UTF-8",
            NO_COLOR="1")
        for name in ("COLUMNS", "LINES", "LC_ALL"):
            environment.pop(name, None)
        command = [program, "learn", lesson] + (["--lessons", folder] if folder else [])
        pid, self.terminal = pty.fork()
        if pid == 0:
            os.execvpe(command[0], command, environment)
        fcntl.ioctl(self.terminal, termios.TIOCSWINSZ, struct.pack("HHHH", HEIGHT, WIDTH, 0, 0))
        self.pid = pid

    def read(self):
        """What is written until a key is waited for; None at the end."""
        text = ""
        while True:
            ready, _, _ = select.select([self.terminal], [], [], 0.05)
            if ready:
                try:
                    part = os.read(self.terminal, 65536)
                except OSError:
                    return None
                if not part:
                    return None
                self.pending += part
                text = self.pending.decode("utf-8", "replace")
            elif self.waits(text):
                self.pending = b""
                return ESCAPE.sub("", text).replace("\r\n", "\n")

    pending = b""

    @staticmethod
    def last(text):
        """The line of the cursor, as it was drawn last."""
        drawn = ESCAPE.sub("", text).replace("\r\n", "\n").split("\n")[-1].split("\r")
        return ([each for each in drawn if each.strip()] or [""])[-1].strip()

    def waits(self, text):
        return bool(re.search(r"q quit$|:$|^>$", self.last(text)))

    def count(self, text):
        lines = text.split("\n")
        self.tallest = max(self.tallest, len(lines))
        line = ""
        for following in lines:
            before, line = line, following.split("\r")[-1]
            name = line.split(" · ")[0].strip()
            if name in self.simulations and not line.startswith(" "):
                self.place, self.block = "heading", []
            elif self.place == "heading" and not line.strip():
                self.place = "table"
            elif self.place == "heading" and line.startswith("  ") and not (
                before.rstrip().endswith("·") or line.strip().startswith("·")
            ):
                self.place, self.block = "table", [line]
            elif self.place == "table" and line.startswith("  "):
                self.block.append(line)
            elif self.place == "table" and self.block:
                self.rows += self.metrics(self.block)
                self.place = ""
            if name.startswith("exercise "):
                self.exercise = name.split(" ")[1]

    @staticmethod
    def metrics(block):
        """The rows of a table below its heading, those of theory too."""
        return max(0, len(block) - 1)

    def take(self):
        while True:
            text = self.read()
            if text is None:
                return
            self.count(text)
            if "--show" in self.flags:
                print(f"{text}\n{'=' * WIDTH}")
            last = self.last(text)
            if re.match(r"(enter|⏎) on", last):
                self.type("q")
                continue
            if "q quit" in last:
                self.presses += 1
                self.more += bool(re.match(r"(enter|⏎) more", last))
                self.tries += last.startswith("enter answer") or last.startswith("⏎ answer")
                if not re.search(r"enter answer|⏎ answer", last):
                    self.tries = 0
                if self.tries and self.tries <= MOST_TRIES and "--typing" in self.flags:
                    self.presses -= 1
                    self.typed += 1
                    values = self.passing.get(f"{self.lesson}/{self.exercise}", {})
                    self.type(", ".join(f"{knob} {value}" for knob, value in values.items()) + "\r")
                    continue
                self.type("s" if self.tries > MOST_TRIES else "\r")
                continue
            self.typed += 1
            if last.startswith("your prediction"):
                self.type("1\r")
            else:
                named = last if last != ">" else text.split("\n")[-2]
                knob = (re.findall(r"^\S+(?= \()", named, re.M) or [""])[-1]
                if last == ">":
                    knob = (re.findall(r"^([a-z][a-z0-9-]*) \(", text, re.M) or [knob])[-1]
                values = self.passing.get(f"{self.lesson}/{self.exercise}", {})
                self.type(f"{values.get(knob, '1')}\r")

    def type(self, text):
        os.write(self.terminal, text.encode())


def main():
    program, folder, names, flags = arguments()
    rest = ["--lessons", folder] if folder else []
    def asked(*words):
        return json.loads(subprocess.check_output([program, *words, *rest, "--json"]))
    lessons = names or [each["name"] for each in asked("lessons")["lessons"]]
    simulations = {each["name"] for each in asked("simulations")["simulations"]}
    passing = answers()
    print(f"{'lesson':34} keys  more  typed  rows  tallest")
    presses, rows = [], 0
    for lesson in lessons:
        session = Session(program, folder, lesson, simulations, passing, flags)
        session.take()
        os.close(session.terminal)
        os.waitpid(session.pid, 0)
        presses.append(session.presses)
        rows += session.rows
        print(
            f"{lesson:34} {session.presses:4} {session.more:5} {session.typed:6} {session.rows:5}"
            f" {session.tallest:8}", flush=True)
    print(
        f"{len(presses)} lessons: {sum(presses)} keys, median {statistics.median(presses):g}, "
        f"most {max(presses)}; {rows} rows")


main()
