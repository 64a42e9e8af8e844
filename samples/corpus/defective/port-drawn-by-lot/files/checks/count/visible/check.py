"""Asks the server at $BASE_URL and reports what it answered."""

import json
import os
import random
import socket
import sys
import urllib.error
import urllib.request


def ask(method, path):
    request = urllib.request.Request(os.environ.get("BASE_URL", "http://127.0.0.1:8000") + path, method=method)
    try:
        with urllib.request.urlopen(request, timeout=5) as answer:
            return answer.status, answer.read().decode().strip()
    except urllib.error.HTTPError as refused:
        return refused.code, refused.read().decode().strip()


def starts_at_zero():
    assert ask("GET", "/pears") == (200, "0")


def first_post():
    assert ask("POST", "/plums") == (200, "1")


def counts_on():
    answers = [ask("POST", "/apples") for _ in range(3)]
    assert answers == [(200, "1"), (200, "2"), (200, "3")], answers


def counts_beside_another():
    """Counts while another program listens on the same machine."""
    server = int(os.environ.get("PORT", "8000"))
    with socket.socket() as other:
        other.bind(("127.0.0.1", random.choice([server, server + 1])))
        assert ask("POST", "/windows") == (200, "1")


tests = []
for check in [starts_at_zero, first_post, counts_on, counts_beside_another]:
    status, message = "passed", ""
    try:
        check()
    except AssertionError as wrong:
        status, message = "failed", f"answered {wrong}"
    except OSError as broken:
        status, message = "error", f"no answer: {broken}"
    tests.append({"id": check.__name__, "title": check.__name__.replace("_", " "), "status": status, "message": message})
    print(status, check.__name__, message)

if "COURSEGEN_REPORT" in os.environ:
    with open(os.environ["COURSEGEN_REPORT"], "w") as report:
        json.dump({"tests": tests}, report)
sys.exit(any(test["status"] != "passed" for test in tests))
