"""Asks the server, collects what each check found, and writes the report."""

import http.client
import json
import os
import sys
import time

tests = []


def ask(method, path, body=None, port=None):
    connection = http.client.HTTPConnection("127.0.0.1", port or int(os.environ["PORT"]), timeout=5)
    try:
        connection.request(method, path, None if body is None else json.dumps(body))
        response = connection.getresponse()
        content = response.read()
        return response.status, json.loads(content) if content else None
    except (OSError, ValueError, http.client.HTTPException) as problem:
        return 0, repr(problem)
    finally:
        connection.close()


def wait_for(port):
    for _ in range(200):
        if ask("GET", "/health", port=port)[0] == 200:
            return
        time.sleep(0.05)


def same(check, title, wanted, got):
    status, message = ("passed", "") if wanted == got else ("failed", f"expected {wanted!r}, got {got!r}")
    tests.append({"id": check, "title": title, "status": status, "message": message, "diagnostics": []})


def finish():
    with open(os.environ["COURSEGEN_REPORT"], "w", encoding="utf-8") as report:
        json.dump({"tests": tests}, report)
    sys.exit(any(test["status"] != "passed" for test in tests))
