"""What full-screen play does at a terminal: times, bytes, and what is left on the screen.

Plays simulations with `knobs play` at a pseudo-terminal (and once in tmux) and measures what no test in
Swift can: what a key waits for, what a terminal is sent, and how it is left. Only the figures of a release
build on a machine that does little else mean anything; the load is printed with them. Each line is a check:
its number, what was measured beside what is aimed at, and `ok` or `MISSED`.

Python 3.11 on Linux, pyte 0.8.2; for P7 tmux, for P14 asciinema 2.4.0, for a part of P3 strace, each left
out where it is not there. Usage, in the folder of the project:

    python Tests/Reference/play.py [PROGRAM] [--turns N] [--show] [P1 P4 ...] [SIMULATION ...]

PROGRAM is .build/release/knobs unless given; --turns are those of each simulation in P1 and P2, as far as
there is time for them; --show adds a line for each simulation.
"""

import fcntl, json, os, pty, random, re, select, shutil, signal, statistics, struct, subprocess
import sys, tempfile, termios, time

import pyte

LEFT, RIGHT, UP, DOWN = b"\x1b[D", b"\x1b[C", b"\x1b[A", b"\x1b[B"
BEGIN, END, AGAIN = b"\x1b[?2026h", b"\x1b[?2026l", b"\x0c"
ENTERED = [b"\x1b[?1049h", b"\x1b[?25l", b"\x1b[?7l", b"\x1b[?2004h", b"\x1b[?1002h", b"\x1b[?1006h"]
RESTORED = [code.replace(b"h", b"l") if code[-1:] == b"h" else code.replace(b"l", b"h") for code in ENTERED]
CODE = re.compile(rb"\x1b\[[0-9;?<>=]*[ -/]*[@-~]")

# Seconds that a simulation's turns may take, at 80 x 24 and at 120 x 40.
MOST_TIME = {80: 3.6, 120: 1.0}

LESSONS = os.environ.get("KNOBS_LESSONS", os.path.abspath("Lessons"))


class Screen(pyte.Screen):
    """A terminal's screen, which also counts what was put where it has no room."""

    def report_device_status(self, *_, **__):
        pass


class Player:
    """A program on a pseudo-terminal."""

    def __init__(self, program, *words, size=(80, 24), folder=None, prefix=(), **environment):
        self.size, self.frames, self.raw = size, 0, bytearray()
        self.home = tempfile.TemporaryDirectory()
        given = {name: os.environ[name] for name in ("PATH", "HOME", "TMPDIR") if name in os.environ}
        given.update(
            KNOBS_LESSONS=LESSONS, KNOBS_STATE=f"{self.home.name}/state",
            KNOBS_CACHE=f"{self.home.name}/cache", TERM="xterm-256color", LANG="C.UTF-8")
        given.update({name: value for name, value in environment.items() if value is not None})
        command = [*prefix, program, "play", *words]
        folder = folder or self.home.name
        self.pid, self.terminal = pty.fork()
        if self.pid == 0:
            os.chdir(folder)
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))
            os.execvpe(command[0], command, given)
        self.status = None
        self.screen = Screen(*size)
        self.stream = pyte.ByteStream(self.screen)
        self.unread = b""

    def resize(self, width, height):
        self.size = (width, height)
        fcntl.ioctl(self.terminal, termios.TIOCSWINSZ, struct.pack("HHHH", height, width, 0, 0))
        self.screen = Screen(width, height)
        self.stream = pyte.ByteStream(self.screen)

    def send(self, keys):
        os.write(self.terminal, keys)

    def read(self, wait, most=65536):
        """What is there within so many seconds; empty for nothing, None at the end."""
        ready, _, _ = select.select([self.terminal], [], [], max(0, wait))
        if not ready:
            return b""
        try:
            return os.read(self.terminal, most) or None
        except OSError:
            return None

    def frame(self, wait):
        """The bytes up to the end of the next frame and when it was there; None where none comes."""
        deadline = time.perf_counter() + wait
        while END not in self.unread:
            part = self.read(deadline - time.perf_counter())
            if not part:
                return None
            now = time.perf_counter()
            self.unread += part
            self.raw += part
            self.arrived = now
        place = self.unread.index(END) + len(END)
        found, self.unread = self.unread[:place], self.unread[place:]
        return found, self.arrived

    def show(self, text):
        self.stream.feed(text)

    def settle(self, quiet=0.15, most=20):
        """All that comes until nothing has for so long; it is shown."""
        text, until = b"", time.perf_counter() + most
        while time.perf_counter() < until:
            part = self.read(quiet)
            if not part:
                break
            text += part
            self.raw += part
        text, self.unread = self.unread + text, b""
        self.show(text)
        return text

    def rest(self):
        """Waits until a run that was late is there, and axes that were wide are not."""
        self.settle(0.8)
        while "running …" in "\n".join(self.screen.display):
            self.settle(0.8)

    @property
    def is_current(self):
        """Whether the numbers are those of the knobs: then they are bold."""
        width, height = self.size
        rows = [height - 6] if width < 110 else [
            row + 1 for row, line in enumerate(self.screen.display) if re.match(r" +now\b", line[:43])]
        return any(
            self.screen.buffer[row][column].bold
            for row in rows for column in range(43 if width >= 110 else width))

    def cells(self):
        return [
            [self.screen.buffer[row][column] for column in range(self.size[0])]
            for row in range(self.size[1])]

    def differing(self):
        """How many cells differ from those that are there once all is drawn anew."""
        before = self.cells()
        self.screen.reset()
        self.send(AGAIN)
        self.settle(0.4)
        return sum(a != b for old, new in zip(before, self.cells()) for a, b in zip(old, new))

    def text(self):
        return "\n".join(self.screen.display)

    @property
    def is_alive(self):
        if self.status is None:
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            self.status = status if pid else None
        return self.status is None

    def leave(self, key=b"q", most=5):
        """Seconds until the program has gone after a key; None where it does not go."""
        begin = time.perf_counter()
        if key:
            try:
                self.send(key)
            except OSError:
                pass
        took = None
        while time.perf_counter() < begin + most:
            if not self.is_alive:
                took = time.perf_counter() - begin
                break
            part = self.read(0.002)
            self.raw += part or b""
        # What was written at the end is in the terminal still.
        while took is not None and (part := self.read(0.02)):
            self.raw += part
        if took is None:
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
            self.status = -1
        return took

    @property
    def modes(self):
        """Whether the terminal echoes and takes lines."""
        flags = termios.tcgetattr(self.terminal)[3]
        return bool(flags & termios.ECHO), bool(flags & termios.ICANON)

    def is_restored(self):
        """Whether the terminal was given back: every mode off after it was on, lines and echo."""
        last = {code: self.raw.rfind(code) for code in ENTERED + RESTORED}
        return self.modes == (True, True) and all(
            last[off] > last[on] for on, off in zip(ENTERED, RESTORED))

    def processor(self):
        """Seconds of a processor that its threads have had, those that have ended too."""
        return time.clock_gettime_ns(~self.pid << 3 | 2) / 1e9

    def memory(self):
        with open(f"/proc/{self.pid}/status") as file:
            return int(re.search(r"VmRSS:\s+(\d+)", file.read())[1])

    def close(self):
        if self.is_alive:
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
            self.status = -1
        os.close(self.terminal)
        self.home.cleanup()


def entered(player):
    """The player once its first run is shown."""
    found = player.frame(20)
    while found:
        player.show(found[0])
        if player.is_current:
            break
        # On small screens there is nothing to tell it by.
        found = player.frame(2 if player.size >= (60, 20) else 0.3)
    return player


def report(check, figures, holds):
    print(f"{check:4} {figures}  {'ok' if holds else 'MISSED'}", flush=True)


class Walk:
    """Turns of a simulation's knobs, none of which leads to where they were before."""

    def __init__(self, simulation):
        self.knobs = simulation["knobs"]

        # Whether the turn that was given last led anywhere.
        self.moved = True

    def keys(self, turns):
        """Keys before a turn that are not measured, the turn, and whether it is at an end of a range."""
        share = max(6, turns // max(len(self.knobs), 1))
        while True:
            for _ in self.knobs:
                yield b"", b"\x1b[H", True
                for _ in range(min(share, 45)):
                    yield b"", RIGHT, False
                    if not self.moved:
                        break
                if self.moved:
                    yield b"", b"\x1b[F", True
                yield b"0" + DOWN, LEFT, False
            # Another seed or another last digit: runs that are there already are no measure.
            yield b"n" + UP * 20 + b"\x1b[1;5C", RIGHT, False


class Turns:
    """What the turns of a simulation took."""

    def __init__(self):
        self.whole, self.thumb, self.ends, self.sizes, self.most, self.frames = [], [], [], [], 0, []
        self.biggest = 0


def anew(player):
    """The bytes of a whole frame."""
    player.send(AGAIN)
    found, _ = player.frame(20)
    player.show(found)
    return len(found)


def turned(program, simulation, size, turns, limit):
    """Turns knobs, and says what each turn took."""
    player = entered(Player(program, simulation["name"], size=size))
    found, begin, last = Turns(), time.perf_counter(), 0
    player.settle(0.05)
    full = anew(player)
    walk = Walk(simulation)
    for before, key, isEnd in walk.keys(turns):
        if len(found.whole) >= turns or time.perf_counter() - begin > limit:
            break
        if before:
            player.send(before)
            player.settle(0.04, 0.4)
        # So many frames that none waits for its share of sixty in a second.
        time.sleep(max(0, last - time.perf_counter()))
        sent = time.perf_counter()
        player.send(key)
        sizes, first, end = [], None, None
        while True:
            frame = player.frame(0.012 if first else 0.04)
            if frame is None and first is None:
                break
            if frame is None:
                if player.is_current or time.perf_counter() - sent > 3:
                    break
                frame = player.frame(3)
                if frame is None:
                    break
            text, end = frame
            first = first or end - sent
            sizes.append(len(text))
            player.show(text)
        walk.moved = first is not None
        if first is None:
            continue
        last = sent + 0.018 * len(sizes)
        if player.is_current:
            found.whole.append(end - sent)
            (found.ends if isEnd else found.thumb).append(first)
            found.sizes.append(sum(sizes))
            found.frames.append(len(sizes))
            share = max(sizes) / full
            if share > 1.05:
                full = anew(player)
                share = max(sizes) / full
            found.most = max(found.most, share)
            found.biggest = max(found.biggest, sum(sizes) / full)
    player.leave()
    player.close()
    return found


def p1(program, options):
    """Times and bytes of a turn; P2 with it."""
    results = {}
    for size in ((80, 24), (120, 40)):
        for simulation in options.simulations:
            turns = options.turns if size[0] == 80 else max(20, options.turns // 4)
            results[simulation["name"], size] = turned(
                program, simulation, size, turns, MOST_TIME[size[0]])
    names = [each["name"] for each in options.simulations]
    small = {name: results[name, (80, 24)] for name in names}
    if options.shows:
        for name in names:
            a, b = small[name], results[name, (120, 40)]
            if not a.whole or not b.whole:
                print(f"     {name:28} no turn")
                continue
            print(
                f"     {name:28} turns {len(a.whole):3}  median {ms(a.whole):6.1f}  95th "
                f"{ms(a.whole, 95):6.1f} ms  thumb {ms(a.thumb + a.ends):4.1f}, at ends "
                f"{ms(a.ends or [0]):4.1f} ms  {statistics.median(a.sizes):5.0f} and "
                f"{statistics.median(b.sizes):5.0f} bytes, most {a.most:.2f} and {b.most:.2f}")
    medians = {name: ms(small[name].whole) for name in names if small[name].whole}
    thumbs = {name: ms(small[name].thumb + small[name].ends) for name in medians}
    ends = {name: ms(small[name].ends) for name in medians if small[name].ends}
    late = [name for name in medians if medians[name] > 35]
    quick = sum(value <= 17 for value in medians.values())
    slow = [f"{name} {medians[name]:.0f}" for name in sorted(medians, key=medians.get)[-6:]]
    turns = sum(len(each.whole) for each in small.values())
    report(
        "P1", f"a turn, key to last byte: {quick} of {len(medians)} within 17 ms (all but 2), "
        f"{len(medians) - len(late)} within 35 (all); slowest {', '.join(slow)} ms; {turns} turns",
        quick >= len(medians) - 2 and not late)
    report(
        "P1", f"thumb: worst median {top(thumbs)} ms (5), at the ends of ranges {top(ends)} ms (5)",
        max(thumbs.values()) <= 5 and max(ends.values()) <= 5)
    for size, aim in (((80, 24), 2000), ((120, 40), 3500)):
        here = {name: results[name, size] for name in names if results[name, size].sizes}
        each = {name: statistics.median(here[name].sizes) for name in here}
        all = [size for result in here.values() for size in result.sizes]
        above = [name for name in each if each[name] > aim]
        report(
            "P2", f"{size[0]}x{size[1]}: bytes a turn, median {statistics.median(all):.0f} ({aim}), of the "
            f"simulations {min(each.values()):.0f} … {top(each, 0)}; above {len(above)}",
            statistics.median(all) <= aim)
        most = {name: here[name].most for name in here}
        sums = {name: here[name].biggest for name in here}
        report(
            "P2", f"{size[0]}x{size[1]}: most of a frame {top(most, 2)} of a whole one (1.1); of all "
            f"frames of a turn {top(sums, 2)}", max(most.values()) <= 1.1)


def ms(times, percent=50):
    ordered = sorted(times)
    return 1000 * (statistics.median(times) if percent == 50 else ordered[len(ordered) * percent // 100])


def top(values, digits=1):
    name = max(values, key=values.get)
    return f"{values[name]:.{digits}f} ({name})"


def p3(program, options):
    player = entered(Player(program, "step-size"))
    player.settle(0.8)
    start = len(player.raw)
    for key in (LEFT, RIGHT, UP, DOWN, b"p", b"n", b"1", b"2", b"a", b".", b"u", b"?", b"x") * 8:
        player.send(key)
        player.settle(0.03)
    player.settle(1)
    steady = bytes(player.raw[start:])
    clears = len(re.findall(rb"\x1b\[[0-9]*J", steady))
    begins, ends = steady.count(BEGIN), steady.count(END)
    outside = len(re.sub(rb"\x1b\[\?2026h.*?\x1b\[\?2026l", b"", steady, flags=re.S))
    report(
        "P3", f"{begins} frames: {clears} clears (0), {begins - ends} unbalanced (0), {outside} bytes "
        "outside frames (0)", not clears and begins == ends and not outside)
    player.send(b"0")
    player.settle(1.2)
    used, size = player.processor(), len(player.raw)
    time.sleep(10)
    player.settle(0.01)
    used, size = player.processor() - used, len(player.raw) - size
    report("P3", f"10 s idle: {size} bytes (0), {1000 * used:.1f} ms of a processor (10)", not size and used <= 0.01)
    player.leave()
    player.close()
    if not shutil.which("strace"):
        return
    trace = tempfile.NamedTemporaryFile()
    player = entered(Player(
        program, "step-size", prefix=("strace", "-f", "-e", "trace=write", "-e", "write=1", "-o", trace.name)))
    for _ in range(40):
        player.send(RIGHT)
        player.settle(0.04)
    player.leave()
    frames = player.raw.count(BEGIN)
    player.close()
    writes = sum(b"write(1, " in line for line in open(trace.name, "rb"))
    # What enters, the mouse, what leaves, and the line at the end.
    report("P3", f"{frames} frames in {writes - 4} writes (one each)", frames == writes - 4)


KEYS = [
    LEFT, RIGHT, UP, DOWN, b"h", b"l", b"H", b"L", b"k", b"j", b"\t", b"\x1b[Z", b"\x1b[1;2C", b"\x1b[1;2D",
    b"\x1b[1;5C", b"\x1b[1;5D", b"\x1b[H", b"\x1b[F", b"0", b"1", b"2", b"3", b"f", b"a", b" ", b",", b".",
    b"<", b">", b"p", b"u", b"P", b"n", b"N", b"z", b"y", b"?", b"x", b"=7\r", b"=0.1\r", b"=x\r",
    b"=\x1b[200~0.3\nq\x1b[201~\r", b"\x1b[200~pasted\x1b[201~", b"\x1b[5~", b"\x1b[6~", b"\r", b"\x7f",
]


def event(chance, size):
    """A key or something that a mouse does, but for those that leave or write files."""
    if chance.random() < 0.6:
        return chance.choice(KEYS)
    column, row = chance.randint(1, size[0]), chance.randint(1, size[1])
    return b"\x1b[<%d;%d;%d%s" % (
        chance.choice([0, 0, 0, 32, 32, 64, 65, 2]), column, row, chance.choice([b"M", b"M", b"M", b"m"]))


def p4(program, options):
    for size in ((80, 24), (120, 40)):
        worst, events, names = 0, 0, options.names or ["step-size", "epoch-overfitting", "training-run"]
        wrong = []
        for seed, name in enumerate(names):
            chance, count = random.Random(seed), 2000 // len(names) + 1
            player = entered(Player(program, name, size=size))
            for _ in range(count):
                player.send(event(chance, size))
                events += 1
                if chance.random() < 0.3:
                    player.settle(0.002, 0.02)
            player.send(b"x")
            player.settle(0.3)
            # Nothing lies over the picture, nothing moves, and axes are as they would be.
            player.send(b"?")
            player.settle(0.2)
            player.send(b"x")
            player.settle(0.2)
            player.send(b"0z")
            player.rest()
            if not player.is_alive:
                wrong.append(f"{name} has gone")
                continue
            differing = player.differing()
            worst = max(worst, differing)
            if differing:
                wrong.append(name)
            player.leave()
            player.close()
        report(
            "P4", f"{size[0]}x{size[1]}: after {events} random events {worst} of {size[0] * size[1]} cells "
            f"differ (0) {' '.join(wrong)}", not wrong)


def beyond(text, width, height):
    """How many codes and characters of a frame are outside a screen."""
    row = column = wrong = 0
    place = 0
    for match in CODE.finditer(text):
        run = text[place:match.start()].decode("utf-8", "replace")
        if run and column + len(run) > width:
            wrong += 1
        column += len(run)
        place = match.end()
        code = match.group()
        if code.endswith(b"H"):
            row, column = (int(number) - 1 for number in code[2:-1].split(b";"))
            wrong += row >= height or column >= width
    return wrong


def p5(program, options):
    chance = random.Random(5)
    names = options.names or ["step-size", "epoch-overfitting", "training-run", "hidden-width"]
    wrong, small, missing, gone, count = [], 0, 0, 0, 0
    for name in names:
        player = entered(Player(program, name))
        for index in range(1000 // len(names)):
            width, height = chance.randint(1, 300), chance.randint(1, 120)
            if chance.random() < 0.3:
                width, height = chance.randint(1, 90), chance.randint(1, 30)
            count += 1
            if chance.random() < 0.3:
                player.send(chance.choice([RIGHT, LEFT, DOWN, b"p", b"f", b"?", b"=12", b"a", b"x"]))
            player.settle(0.002)
            player.resize(width, height)
            frame = player.frame(1)
            # A frame of the size before may have been on its way.
            while frame and (
                later := player.frame(0.5 if beyond(frame[0], width, height) else 0.02)):
                frame = later
            if not player.is_alive:
                gone += 1
                break
            if frame is None:
                missing += 1
            elif beyond(frame[0], width, height):
                wrong.append((width, height))
        player.leave(b"\x03")
        player.close()
    small = sum(width < 20 or height < 5 for width, height in wrong)
    report(
        "P5", f"{count} sizes 1x1 … 300x120: {gone} exits (0), {missing} not drawn (0), {len(wrong)} with "
        f"something outside (0), {small} of them below 20x5", not gone and not missing and not wrong)
    slowest = 0
    for _ in range(20):
        size = (chance.randint(1, 300), chance.randint(1, 120))
        player = entered(Player(program, chance.choice(names), size=size))
        slowest = max(slowest, player.leave() or 9)
        player.close()
    report("P5", f"q leaves within {1000 * slowest:.0f} ms (100)", slowest <= 0.1)


def symbol(program, *parts):
    """Where a function begins in a program; None where it cannot be told."""
    found = subprocess.run(["nm", program], capture_output=True, text=True)
    for line in found.stdout.splitlines():
        words = line.split()
        if len(words) == 3 and words[1] in "tT" and all(part in words[2] for part in parts):
            return int(words[0], 16)
    return None


def trap(player, program):
    """Puts the instruction with which Swift traps where keys are followed; false where that is not let."""
    place = symbol(program, "4Play0A6ScreenV6handle")
    if place is None:
        return False
    with open(f"/proc/{player.pid}/maps") as file:
        base = int(next(line for line in file if os.path.realpath(program) in line).split("-")[0], 16)
    code = b"\x0f\x0b" if os.uname().machine == "x86_64" else b"\x20\x00\x20\xd4"
    try:
        with open(f"/proc/{player.pid}/mem", "r+b", 0) as memory:
            memory.seek(base + place)
            memory.write(code)
    except OSError:
        return False
    return True


def p6(program, options):
    kinds = "INT TERM HUP QUIT ILL TRAP ABRT BUS FPE SEGV".split()
    wrong = []
    for kind in kinds:
        number = getattr(signal, f"SIG{kind}")
        player = entered(Player(program, "step-size", SWIFT_BACKTRACE="enable=no"))
        os.kill(player.pid, number)
        if player.leave(None) is None or not player.is_restored() or player.status & 127 != number:
            wrong.append(kind)
        player.close()
    said = ""
    player = entered(Player(program, "step-size"))
    if trap(player, program):
        kinds.append("trap")
        if player.leave(b"l", 60) is None or not player.is_restored():
            wrong.append("trap")
        last = player.raw.rfind(RESTORED[0])
        rest = bytes(player.raw[last:])
        said = f"; a backtrace after it of {len(rest)} bytes" if b"Crash" in rest or b"crash" in rest else ""
    else:
        said = "; no trap could be forced"
    player.close()
    report(
        "P6", f"{len(kinds) - len(wrong)} of {len(kinds)} restore all modes (11 of 11){said} "
        f"{' '.join(wrong)}", not wrong and len(kinds) == 11)
    wrong = stalled(program)
    report(
        "P6", f"{3 - len(wrong)} of 3 restore a terminal that takes nothing (3) {' '.join(wrong)}",
        not wrong)


def stalled(program):
    """The ways of leaving that do not restore a terminal that has taken nothing for a while."""
    wrong = []
    for way in ("q", "TERM", "SEGV"):
        player = entered(Player(program, "epoch-overfitting", SWIFT_BACKTRACE="enable=no"))
        player.settle(0.3)
        for turn in range(60):
            player.send(RIGHT if turn % 2 else LEFT)
            time.sleep(0.02)
        if way == "q":
            player.send(b"q")
        else:
            os.kill(player.pid, getattr(signal, f"SIG{way}"))
        until = time.perf_counter() + 4
        while player.is_alive and time.perf_counter() < until:
            time.sleep(0.01)
        isGone = not player.is_alive
        player.raw += player.read(0.2) or b""
        if not isGone or player.leave(None) is None or not player.is_restored():
            wrong.append(way)
        player.close()
    return wrong


class Tmux:
    def __init__(self, folder):
        self.socket, self.log = f"play{os.getpid()}", f"{folder}/log"
        self.call("-f", "/dev/null", "new-session", "-d", "-x", "80", "-y", "24", "bash --norc --noprofile")
        self.call("pipe-pane", f"cat > {self.log}")

    def call(self, *words):
        return subprocess.run(
            ["tmux", "-L", self.socket, *words], capture_output=True, text=True, env={
                **os.environ, "LANG": "C.UTF-8", "KNOBS_LESSONS": LESSONS,
                "KNOBS_STATE": f"{os.path.dirname(self.log)}/state"}).stdout

    def type(self, *keys):
        self.call("send-keys", *keys)

    def size(self):
        return os.path.getsize(self.log) if os.path.exists(self.log) else 0

    def flags(self):
        return self.call("display-message", "-p", "#{mouse_any_flag}#{mouse_button_flag}#{mouse_sgr_flag}#{alternate_on}").strip()


def p7(program, options):
    if not shutil.which("tmux"):
        return print("P7   no tmux")
    with tempfile.TemporaryDirectory() as folder:
        tmux = Tmux(folder)
        time.sleep(0.5)
        tmux.type(f"{os.path.abspath(program)} play step-size", "Enter")
        time.sleep(1)
        tmux.type("Right")
        time.sleep(0.8)
        shown, playing = tmux.call("capture-pane", "-p"), tmux.flags()
        tmux.type("C-z")
        time.sleep(0.5)
        stopped = tmux.flags()
        tmux.type("bg", "Enter")
        time.sleep(0.7)
        before = tmux.size()
        time.sleep(5)
        written = tmux.size() - before
        background = tmux.flags()
        before, begin = tmux.size(), time.perf_counter()
        tmux.type("fg", "Enter")
        took = None
        while time.perf_counter() < begin + 2:
            with open(tmux.log, "rb") as file:
                file.seek(before)
                if END in file.read().split(BEGIN)[-1] and tmux.size() > before + 1500:
                    took = time.perf_counter() - begin
                    break
            time.sleep(0.001)
        time.sleep(0.2)
        again, after = tmux.call("capture-pane", "-p"), tmux.flags()
        tmux.type("q")
        time.sleep(0.4)
        end = tmux.flags()
        tmux.call("kill-server")
        isOff = stopped[2:] == background[2:] == end[2:] == "00" and playing == after and "1" in playing
        report(
            "P7", f"{written} bytes in 5 s in the background (0), whole screen "
            f"{1000 * (took or 9):.0f} ms after fg (100), {'the same' if again == shown else 'ANOTHER'} screen, "
            f"mouse and screen {'off' if isOff else 'ON'} while stopped ({playing} {stopped} {background} {after} {end})",
            not written and took is not None and took <= 0.1 and again == shown and isOff)


def p8(program, options):
    for words in (["initial-weights"], ["initial-weights", "--width"]):
        knob = next(each for each in options.all if each["name"] == "initial-weights")["knobs"]
        name = knob[0]["name"] if len(words) == 1 else "width"
        player = entered(Player(program, "initial-weights"))
        player.settle(0.3)
        for _ in range([each["name"] for each in knob].index(name)):
            player.send(DOWN)
            player.settle(0.1)
        start = len(player.raw)
        sent = time.perf_counter()
        player.send(RIGHT * 300)
        frames, current = [], 9
        while True:
            frame = player.frame(0.9)
            if frame is None:
                break
            player.show(frame[0])
            frames.append(frame[1] - sent)
            # A frame on narrower axes may follow.
            if player.is_current:
                current = min(current, frame[1] - sent)
        isAtTop = re.search(rf"{name}.*(●┤|›\s*$)", player.text(), re.M) is not None
        report(
            "P8", f"300 x right on initial-weights, {name}: {len(frames)} frames (12), right "
            f"{1000 * current:.0f} ms after (600), narrowed axes {1000 * frames[-1]:.0f}, "
            f"{'at' if isAtTop else 'NOT at'} the last stop",
            len(frames) <= 12 and current <= 0.6 and isAtTop)
        player.leave()
        player.close()


def p9(program, options):
    player = entered(Player(program, "epoch-overfitting"))
    player.settle(0.3)
    # What is turned through once is kept; it has nothing to do with who reads.
    for _ in range(2):
        for key in [RIGHT] * 12 + [LEFT] * 12:
            player.send(key)
            player.settle(0.05)
    player.rest()
    os.set_blocking(player.terminal, False)
    memory, begin, sent, taken = player.memory(), time.perf_counter(), 0, 0
    most, text, turns = memory, b"", 0
    while (now := time.perf_counter() - begin) < 5:
        if sent <= now * 30:
            try:
                player.send(LEFT if sent // 12 % 2 else RIGHT)
                turns += 1
            except BlockingIOError:
                pass
            sent += 1
        room = int(now * 4000) - taken
        if room >= 64 and (part := player.read(0, room)):
            taken += len(part)
            text += part
        most = max(most, player.memory())
        time.sleep(0.004)
    os.set_blocking(player.terminal, True)
    free = time.perf_counter()
    last = free
    while (part := player.read(0.4)):
        last = time.perf_counter()
        text += part
    player.raw += text
    player.unread = b""
    player.show(text)
    frames = text.count(END)
    player.rest()
    differing = player.differing()
    report(
        "P9", f"4 kB/s for 5 s, {turns} turns: memory +{most - memory} kB (1024), {frames} frames, the last one "
        f"{1000 * (last - free):.0f} ms after it reads freely (100), {differing} cells differ (0)",
        most - memory <= 1024 and last - free <= 0.1 and not differing)
    player.leave()
    player.close()


def p14(program, options):
    with tempfile.TemporaryDirectory() as folder:
        cast = f"{folder}/play.cast"
        player = entered(Player(program, "step-size", "--record", cast))
        for key in [RIGHT] * 30 + [DOWN, b"p"] + [LEFT] * 10:
            player.send(key)
            player.settle(0.03)
        sizes = [(100, 30), (60, 20), (120, 40)]
        for size in sizes:
            player.resize(*size)
            player.settle(0.3)
            for _ in range(5):
                player.send(RIGHT)
                player.settle(0.03)
        player.settle(0.8)
        shown = player.text()
        player.leave()
        begin = player.raw.index(ENTERED[0])
        end = player.raw.rindex(RESTORED[0]) + len(RESTORED[0])
        # What leaving ends with comes after the last of the modes.
        sent = bytes(player.raw[begin:end])
        player.close()
        with open(cast) as file:
            lines = [json.loads(line) for line in file]
        events = lines[1:]
        kept = "".join(event[2] for event in events if event[1] == "o").encode()
        rises = all(a[0] <= b[0] for a, b in zip(events, events[1:]))
        resizes = [event[2] for event in events if event[1] == "r"]
        screen = Screen(lines[0]["width"], lines[0]["height"])
        stream, last = pyte.Stream(screen), None
        for time_, kind, text in events:
            if kind == "r":
                width, height = map(int, text.split("x"))
                screen.resize(height, width)
            elif kind == "o":
                if RESTORED[0].decode() in text:
                    last = "\n".join(screen.display)
                stream.feed(text)
        isSame = bytes(kept).startswith(sent) or sent.startswith(kept)
        played = "no asciinema"
        finder = shutil.which("asciinema") or os.path.join(os.path.dirname(sys.executable), "asciinema")
        if os.path.exists(finder):
            found = subprocess.run([finder, "cat", cast], capture_output=True, stdin=subprocess.DEVNULL)
            played = "the same" if found.stdout == kept else f"OTHER {found.stderr[:80]!r}"
        report(
            "P14", f"{len(events)} events: {'the same' if isSame else 'OTHER'} bytes as the terminal's, asciinema "
            f"cat {played}; {'the same' if last == shown else 'ANOTHER'} last screen; resizes {resizes}; times "
            f"{'rise' if rises else 'FALL'}",
            isSame and played != "OTHER" and last == shown and rises
            and resizes == [f"{a}x{b}" for a, b in sizes])

        def cost(index, *words):
            player = entered(Player(program, "step-size", *words))
            before = player.processor()
            for turn in range(200):
                player.send(RIGHT if turn // 25 % 2 == 0 else LEFT)
                player.settle(0.004)
            player.settle(0.8)
            used = player.processor() - before
            player.leave()
            player.close()
            return used

        plain = min(cost(index) for index in range(3))
        with_ = min(cost(index, "--record", f"{folder}/{index}.cast") for index in range(3))
        report(
            "P14", f"200 turns take {1000 * plain:.0f} ms of a processor, recorded {1000 * with_:.0f}: "
            f"{100 * (with_ / plain - 1):+.0f} % (5)", with_ <= 1.05 * plain)


REPLIES = {
    "OSC 11": b"\x1b]11;rgb:q/q/q\x1b\\", "OSC 11, BEL": b"\x1b]11;rgb:qqqq\x07", "DA1": b"\x1b[?62;4q\x1b[?1;2c",
    "DECRPM": b"\x1b[?2026;2$y\x1b[?2026;2$q", "APC": b"\x1b_Gi=31;qOK\x1b\\", "DCS": b"\x1bP>|q term(q)\x1b\\",
    "SGR off every zone": b"\x1b[<0;113;113M\x1b[<0;113;113m\x1b[<35;9999;9999M", "X10": b"\x1b[M qq\x1b[M#qq",
}


def p15(program, options):
    chance = random.Random(15)
    leaving = {ord("q"), ord("Q"), 3, 4, 26, 27}
    gone, restored, count = 0, 0, 0
    for part in range(4):
        with tempfile.TemporaryDirectory() as folder:
            player = entered(Player(program, ["step-size", "training-run"][part % 2], folder=folder))
            rest = bytes(byte for byte in chance.randbytes(260_000) if byte not in leaving)
            if part >= 2:
                # Escapes, each with something behind it, so that none is the key.
                rest = b"".join(
                    b"\x1b" + chance.choice([b"[", b"]", b"O", b"P", b"_", b"[<", b"[M", b"[200~", b"\\"])
                    + rest[at:at + 15] for at in range(0, len(rest), 16)).replace(b"u", b"v")
            os.set_blocking(player.terminal, False)
            while rest and player.is_alive:
                try:
                    sent = os.write(player.terminal, rest[:512])
                    count += sent
                    rest = rest[sent:]
                except BlockingIOError:
                    pass
                except OSError:
                    break
                player.raw += player.read(0) or b""
            os.set_blocking(player.terminal, True)
            if not player.is_alive:
                gone += 1
            player.settle(1.5)
            player.send(b"\x18x")
            player.settle(0.4)
            player.leave(b"\x03", 10)
            restored += player.is_restored() and player.status == 0
            player.close()
    report(
        "P15", f"{count} random bytes in 4 sessions: {gone} gone (0), {restored} restored (4)",
        not gone and restored == 4)
    wrong = []
    player = entered(Player(program, "step-size"))
    player.rest()
    for name, reply in REPLIES.items():
        before = player.text()
        player.send(reply)
        player.settle(0.7)
        if not player.is_alive or player.text() != before:
            wrong.append(name)
            break
    player.leave()
    player.close()
    report(
        "P15", f"{len(REPLIES) - len(wrong)} of {len(REPLIES)} replies change nothing (all) {' '.join(wrong)}",
        not wrong)


CHECKS = {"P1": p1, "P3": p3, "P4": p4, "P5": p5, "P6": p6, "P7": p7, "P8": p8, "P9": p9, "P14": p14, "P15": p15}


class Options:
    turns, shows = 200, False

    def __init__(self, words):
        self.program, self.checks, self.names = ".build/release/knobs", [], []
        while words:
            word = words.pop(0)
            if word == "--turns":
                self.turns = int(words.pop(0))
            elif word == "--show":
                self.shows = True
            elif word.upper() in CHECKS or word.upper() == "P2":
                self.checks.append("P1" if word.upper() == "P2" else word.upper())
            elif os.sep in word:
                self.program = word
            else:
                self.names.append(word)
        self.program = os.path.abspath(self.program)
        asked = subprocess.check_output(
            [self.program, "simulations", "--json"], env={**os.environ, "KNOBS_LESSONS": LESSONS})
        self.all = json.loads(asked)["simulations"]
        self.simulations = [each for each in self.all if not self.names or each["name"] in self.names]


def main():
    options = Options(sys.argv[1:])
    print(f"{options.program}, {len(options.simulations)} simulations, load {os.getloadavg()[0]:.2f}")
    for name in options.checks or CHECKS:
        CHECKS[name](options.program, options)
    print(f"load {os.getloadavg()[0]:.2f}")


if __name__ == "__main__":
    main()
