#!/usr/bin/env python3
"""Change the core in small ways and see whether its own tests notice: make mutants.

A mutant is one line of core/ with one thing changed: a comparison, an operator, a number, a
condition turned round, a statement left out. COUNT of them are taken by the hash of their words
with SEED, so that most stay the same while the core changes. Each is compiled and tested by the
programs of tests/core until one fails: then it is killed. What is equivalent, so that no test could
notice, stands in tests/mutants.equivalent with the reason. The rest survive; fewer than GOAL percent
killed or equivalent is a failure.

usage: tests/mutants.py BUILD [FILE...]        (environment: COUNT, SEED, GOAL, JOBS, CC)
"""
import concurrent.futures
import hashlib
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

COUNT, SEED = int(os.environ.get("COUNT", 150)), os.environ.get("SEED", "20261130")
GOAL, JOBS = int(os.environ.get("GOAL", 90)), int(os.environ.get("JOBS", os.cpu_count() or 1))
FLAGS = ["-std=c17", "-D_GNU_SOURCE", "-I.", "-O1", "-fPIC", "-w"]
CC = os.environ.get("CC", "gcc").split()
LIMIT = 120  # seconds for one test: a mutant may loop

OPERATORS = [  # (what, a pattern, what takes its place)
    ("edge", r"(?<![<>=!\-])<(?![<=])(?= )", "<="), ("edge", r"(?<![<>])<=", "<"),
    ("edge", r"(?<![<>=\-])>(?![>=])(?= )", ">="), ("edge", r"(?<![<>])>=", ">"),
    ("equal", r"==", "!="), ("equal", r"!=", "=="),
    ("logic", r"&&", "||"), ("logic", r"\|\|", "&&"),
    ("plus", r"(?<= )\+(?= )", "-"), ("minus", r"(?<= )-(?= )", "+"),
    ("plus one", r"(?<=[^\w.])(\d{1,4})(?=[^\w.x])", lambda m: str(int(m.group(1)) + 1)),
    ("turn", r"\b(if|while) \((?=.*\)( \{)?$)(.*)\)", r"\1 (!(\3))"),
    ("return", r"\breturn true;", "return false;"), ("return", r"\breturn false;", "return true;"),
    ("leave out", r"^\t+(?!return|break|continue|case|default|const|static|struct|enum|int|usec|bool"
                  r"|char|uint\w+|int\w+_t|goto)[\w*(][^{}]*[^=]*;$", ";"),
]


def plain(lines):
    """The lines of functions, without comments, tables and declarations: (number, text)."""
    inside, comment = False, False
    for number, line in enumerate(lines):
        if line.startswith("{"):
            inside = True
        elif line.startswith("}"):
            inside = False
        starts = line.lstrip().startswith("/*")
        if inside and not comment and not starts and not line.lstrip().startswith("#"):
            yield number, line
        comment = (comment or starts) and "*/" not in line


def mutants(path):
    """(name, path, text of the changed file) of each."""
    lines = pathlib.Path(path).read_text().split("\n")
    for number, line in plain(lines):
        code = re.sub(r'"(\\.|[^"])*"|\'(\\.|[^\'])*\'', lambda m: "\x00" * len(m.group()), line)
        code = re.sub(r"/\*.*?\*/", lambda m: "\x00" * len(m.group()), code)
        for what, pattern, instead in OPERATORS:
            for match in re.finditer(pattern, code):
                if "static const" in line:
                    continue
                text = match.expand(instead) if isinstance(instead, str) else instead(match)
                if "\x00" in text:  # a text was in it: take the line's own words
                    text = re.sub(r"\x00+", lambda m: "", text) if what != "turn" else \
                        f"{match.group(1)} (!({line[match.start(3):match.end(3)]}))"
                changed = line[:match.start()] + text + line[match.end():]
                name = f"{path}: {' '.join(line.split())} -> {' '.join(changed.split())}"
                yield name, path, "\n".join(lines[:number] + [changed] + lines[number + 1:])


def chosen(files):
    found = {}
    for path in files:
        for mutant in mutants(path):
            found.setdefault(mutant[0], mutant)
    key = lambda one: hashlib.sha256((SEED + one[0]).encode()).hexdigest()
    return sorted(found.values(), key=key)[:COUNT]


def run(command, **more):
    return subprocess.run(command, capture_output=True, text=True, errors="replace", **more)


class Bench:
    """The objects of the core and the tests, linked so that the core can be exchanged."""

    def __init__(self, build, scratch):
        self.scratch, self.objects, self.took = scratch, {}, {}
        sources = sorted(map(str, pathlib.Path("core").glob("*/*.c")))
        with concurrent.futures.ThreadPoolExecutor(JOBS) as pool:
            for source, made in zip(sources, pool.map(self.compile_plain, sources)):
                self.objects[source] = made
        self.library(scratch / "plain", {})
        self.tests = [self.link(test) for test in sorted((build / "tests/core").glob("*_test.o"))]
        for test in self.tests:
            took = os.times().elapsed
            if not self.passes(test, scratch / "plain"):
                sys.exit(f"{test.name} fails without a change")
            self.took[test] = os.times().elapsed - took
        self.tests.sort(key=lambda test: self.took[test])

    def compile_plain(self, source):
        return self.compile(source, self.scratch / (source.replace("/", "_") + ".o"))

    def compile(self, source, out, code=None):
        done = run(CC + FLAGS + ["-c", "-o", str(out), "-x", "c", "-" if code else source],
                   input=code, timeout=LIMIT)
        return out if done.returncode == 0 else None

    def library(self, folder, instead):
        folder.mkdir()
        objects = [str(instead.get(source, made)) for source, made in self.objects.items()]
        return run(CC + ["-shared", "-o", str(folder / "libcore.so")] + objects).returncode == 0

    def link(self, test):
        out = self.scratch / test.stem
        done = run(CC + ["-o", str(out), str(test), f"-L{self.scratch / 'plain'}", "-lcore",
                         "-lcmocka"])
        if done.returncode != 0:
            sys.exit(done.stderr)
        return out

    def passes(self, test, folder):
        try:
            return run([str(test)], timeout=LIMIT, cwd=folder,
                       env={**os.environ, "LD_LIBRARY_PATH": str(folder)}).returncode == 0
        except subprocess.TimeoutExpired:
            return False

    def killer(self, number, mutant):
        """The test that notices, "" for none, None where it does not compile."""
        _, path, code = mutant
        folder = self.scratch / str(number)
        made = self.compile(path, self.scratch / f"{number}.o", code)
        if not made or not self.library(folder, {path: made}):
            return None
        try:
            return next((test.name for test in self.tests if not self.passes(test, folder)), "")
        finally:
            shutil.rmtree(folder)


def main():
    build = pathlib.Path(sys.argv[1]).resolve()
    files = sys.argv[2:] or sorted(map(str, pathlib.Path("core").glob("*/*.c")))
    known = {}
    for line in pathlib.Path("tests/mutants.equivalent").read_text().split("\n"):
        if line and not line.startswith("#"):
            name, _, why = line.partition(" | ")
            known[name] = why
    with tempfile.TemporaryDirectory() as scratch:
        bench, todo = Bench(build, pathlib.Path(scratch)), chosen(files)
        with concurrent.futures.ThreadPoolExecutor(JOBS) as pool:
            results = list(pool.map(bench.killer, range(len(todo)), todo))
    counts = {"killed": 0, "equivalent": 0, "survived": 0}
    for (name, *_), killer in zip(todo, results):
        if killer is None:
            continue
        verdict = "killed" if killer else "equivalent" if name in known else "survived"
        counts[verdict] += 1
        print(f"{verdict:10} {name}" + (f"   by {killer}" if killer else
                                        f"   {known[name]}" if name in known else ""))
    total = sum(counts.values())
    good = counts["killed"] + counts["equivalent"]
    print(f"{total} mutants: " + ", ".join(f"{n} {what}" for what, n in counts.items()) +
          f"; {100 * good // max(total, 1)} percent killed or equivalent, wanted {GOAL}")
    return total == 0 or 100 * good < GOAL * total


if __name__ == "__main__":
    sys.exit(main())
