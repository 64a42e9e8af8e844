"""What the unseen suites share: the format, a model, a store under test, the report.

A suite declares its checks with @check and ends with finish(). A check raises
Problem (through the Store's methods) at the first thing that is not as it must be.
"""

import json
import os
import shlex
import stat
import subprocess
import sys
import traceback
import zlib

EXCHANGE = os.environ["COURSEGEN_EXCHANGE"]
WORKSPACE = os.environ["COURSEGEN_WORKSPACE"]
REPORT = os.environ["COURSEGEN_REPORT"]
TIME_LIMIT = 5  # seconds for one command; the reference needs a few milliseconds
MOST_HANGS = 2  # after that many, the rest is not worth waiting for
MOST_BYTES = 8 << 20  # of a file that the program left

SET, DELETE = 1, 2


class Problem(Exception):
    """Something the program did wrong; its text is the check's message."""


# The format, as FORMAT.md has it.


def record(kind, key, value=b""):
    body = bytes([kind, len(key)]) + len(value).to_bytes(4, "little") + key + value
    return zlib.crc32(body).to_bytes(4, "little") + body


def put(key, value):
    return record(SET, key, value)


def drop(key):
    return record(DELETE, key)


def compacted(content):
    return b"".join(put(key, content[key]) for key in sorted(content))


# A store under test.


def shown(data):
    text = repr(data[:120])[1:]
    return text + (f"... ({len(data)} bytes)" if len(data) > 120 else "")


def quoted(word):
    return shlex.quote(word if len(word) <= 60 else f"{word[:20]}...({len(word)} letters)")


class Answer:
    def __init__(self, line, code, out, err):
        self.line, self.code, self.out, self.err = line, code, out, err


class Store:
    hangs = 0

    def __init__(self, check_id, name="store"):
        folder = os.path.join(EXCHANGE, check_id)
        os.makedirs(folder, exist_ok=True)
        os.chmod(folder, 0o777)
        self.name = name
        self.path = os.path.join(folder, name)
        self.draft = self.path + ".tmp"
        self.ran = []

    def run(self, *words, stdin=b""):
        words = [word if isinstance(word, str) else word.decode() for word in words]
        line = " ".join(["./kvlog", self.name.upper()] + [quoted(word) for word in words])
        if stdin:
            line += f" (with {shown(stdin)} on standard input)"
        self.ran.append(line)
        if Store.hangs >= MOST_HANGS:
            raise Problem(f"{line}: not run, because {MOST_HANGS} commands before it did not finish")
        try:
            done = subprocess.run(["as-learner", "./kvlog", self.path, *words], input=stdin, cwd=WORKSPACE,
                                  stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=TIME_LIMIT)
        except subprocess.TimeoutExpired:
            Store.hangs += 1
            raise self.problem(line, f"an answer within {TIME_LIMIT} seconds", "none") from None
        return Answer(line, done.returncode, done.stdout, done.stderr)

    def problem(self, line, expected, actual):
        before = [ran for ran in self.ran[-6:] if ran != line]
        text = f"{line}\nexpected: {expected}\nactual: {actual}"
        return Problem(text + ("\nran before: " + "; ".join(before) if before else ""))

    def expect(self, answer, code, out=b""):
        if answer.code != code:
            said = f" ({shown(answer.err)} on standard error)" if answer.err else ""
            raise self.problem(answer.line, f"exit status {code}", f"exit status {answer.code}{said}")
        if answer.out != out:
            raise self.problem(answer.line, f"output {shown(out)}", f"output {shown(answer.out)}")

    # The commands, and what they must answer.

    def set(self, key, value):
        self.expect(self.run("set", key, "-", stdin=value), 0)

    def set_refused(self, key, value):
        self.expect(self.run("set", key, "-", stdin=value), 2)

    def gets(self, key, value):
        self.expect(self.run("get", key), 0, value)

    def absent(self, key):
        self.expect(self.run("get", key), 1)

    def delete(self, key):
        self.expect(self.run("del", key), 0)

    def delete_absent(self, key):
        self.expect(self.run("del", key), 1)

    def keys(self, keys):
        self.expect(self.run("keys"), 0, b"".join(key + b"\n" for key in sorted(keys)))

    def compact(self):
        self.expect(self.run("compact"), 0)

    def verify(self, records, intact, damaged):
        line = f"records {records}, intact bytes {intact}, damaged bytes {damaged}\n"
        self.expect(self.run("verify"), 1 if damaged else 0, line.encode())

    # The file.

    def write(self, data, path=None):
        """Puts a new file in place that the program may read, write and replace."""
        path = path or self.path
        if os.path.lexists(path):
            os.unlink(path)
        with open(path, "xb") as file:
            file.write(data)
        os.chmod(path, 0o666)
        self.ran.append(f"(the file {os.path.basename(path)} was made: {shown(data)})")

    def open(self):
        try:
            file = os.open(self.path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
        except OSError as error:
            raise self.problem(self.last(), "a store file that others may read", error.strerror) from None
        if not stat.S_ISREG(os.fstat(file).st_mode):
            os.close(file)
            raise self.problem(self.last(), "a regular file", "something else")
        return file

    def data(self):
        file = self.open()
        try:
            return os.pread(file, MOST_BYTES, 0)
        finally:
            os.close(file)

    def last(self):
        return self.ran[-1] if self.ran else "at the start"

    def holds(self, data):
        """The file must consist of exactly these bytes."""
        actual = self.data()
        if actual != data:
            same = len(os.path.commonprefix([actual, data]))
            raise self.problem(
                f"the file after {self.last()}", f"{len(data)} bytes: {shown(data)}",
                f"{len(actual)} bytes: {shown(actual)}; the first difference is at offset {same}")

    def gone(self, path=None):
        """There must be no such file (the store's, unless told)."""
        path = path or self.path
        if os.path.lexists(path):
            name = os.path.basename(path)
            raise self.problem(f"after {self.last()}", f"no file named {name}", "there is one")


# Checks and their report.

CHECKS = []


def check(title, hint):
    def declare(body):
        CHECKS.append((body, title, hint))
        return body
    return declare


def outcome(body):
    try:
        body(body.__name__)
        return "passed", ""
    except Problem as problem:
        return "failed", str(problem)
    except Exception:
        return "error", traceback.format_exc()[-2000:]


def finish():
    tests = []
    for body, title, hint in CHECKS:
        status, message = outcome(body)
        test = {"id": body.__name__, "title": title, "status": status, "message": message,
                "diagnostics": [] if status == "passed" else [f"hint: {hint}"]}
        tests.append(test)
        print(f"{status:7} {test['id']}  {title}")
        if message:
            print("        " + message.replace("\n", "\n        "))
    with open(REPORT, "w", encoding="utf-8") as report:
        json.dump({"tests": tests}, report, indent=1)
    sys.exit(any(test["status"] != "passed" for test in tests))
