"""Runs the checks one after the other, tells you how each went, and writes the report when one is asked for."""

import json
import os
import sys


def run(checks: list) -> None:
    tests = [judge(check) for check in checks]
    for test in tests:
        print(f"{test['status']:<6}  {test['title']}", *test["message"].splitlines(), sep="\n          ")
    if path := os.environ.get("COURSEGEN_REPORT"):
        with open(path, "w", encoding="utf-8") as report:
            json.dump({"tests": tests}, report)
    sys.exit(any(test["status"] != "passed" for test in tests))


def judge(check) -> dict:
    status, message = "passed", ""
    try:
        check()
    except AssertionError as wrong:
        status, message = "failed", str(wrong)
    except OSError as broken:
        status, message = "error", f"no proper answer from {os.environ['BASE_URL']}: {broken!r}"
    return {"id": check.__name__, "title": check.__doc__, "status": status, "message": message, "diagnostics": []}
