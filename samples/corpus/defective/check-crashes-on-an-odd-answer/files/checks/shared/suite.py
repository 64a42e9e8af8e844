"""Runs named checks against the server, and reports in JUnit XML."""

import http.client
import os
import sys
from xml.sax.saxutils import quoteattr


def send(method, path):
    connection = http.client.HTTPConnection("127.0.0.1", int(os.environ["PORT"]), timeout=5)
    try:
        connection.request(method, path)
        answer = connection.getresponse()
        text = answer.read().decode().strip()
        return answer.status, text if answer.status != 200 else str(int(text))
    finally:
        connection.close()


def want(expected, method, path):
    got = send(method, path)
    if got != expected:
        raise AssertionError(f"{method} {path} answered {got}, expected {expected}")


def run(*checks):
    failed = False
    lines = ["<testsuite>"]
    for check in checks:
        trouble = ""
        try:
            check()
        except AssertionError as wrong:
            trouble = f"<failure message={quoteattr(str(wrong))}/>"
        except (OSError, http.client.HTTPException) as broken:
            trouble = f"<error message={quoteattr(str(broken))}/>"
        failed = failed or trouble != ""
        lines.append(f"<testcase name={quoteattr(check.__name__)}>{trouble}</testcase>")
    lines.append("</testsuite>")
    with open(os.environ["COURSEGEN_REPORT"], "w") as report:
        report.write("\n".join(lines))
    sys.exit(failed)
