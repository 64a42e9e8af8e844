"""The roll of checks of one suite, and its report."""

import json
import os
import sys
from collections.abc import Callable
from typing import NamedTuple


class Unmet(Exception):
    """The server answered, and not as promised."""


class Garbled(Exception):
    """What came back is no HTTP response."""


class Check(NamedTuple):
    id: str
    title: str
    hint: str
    body: Callable[[], None]

    def result(self) -> dict:
        status, message = self._verdict()
        diagnostics = [] if status == "passed" else [f"hint: {self.hint}"]
        return {"id": self.id, "title": self.title, "status": status, "message": message, "diagnostics": diagnostics}

    def _verdict(self) -> tuple[str, str]:
        try:
            self.body()
        except Unmet as unmet:
            return "failed", str(unmet)
        except (OSError, Garbled) as fault:
            return "error", f"the server gave no proper answer: {fault!r}"
        return "passed", ""


_roll: list[Check] = []


def check(title: str, hint: str) -> Callable:
    """Puts a function on the roll; its name is the id of the check."""
    return lambda body: _roll.append(Check(body.__name__, title, hint, body))


def report() -> None:
    """Runs the roll, writes the report and ends the process."""
    results = [entry.result() for entry in _roll]
    with open(os.environ["COURSEGEN_REPORT"], "w", encoding="utf-8") as file:
        json.dump({"tests": results}, file)
    sys.exit(0 if all(result["status"] == "passed" for result in results) else 1)
