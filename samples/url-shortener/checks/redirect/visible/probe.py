"""One exchange with your server, and a plain account of it when the answer is not the promised one."""

import http.client
import json
import os
import re
from urllib.parse import urlsplit

PATIENCE_SECONDS = 5


class Exchange:
    """Sends a request as soon as it is made, and keeps the answer."""

    def __init__(self, method: str, path: str, body: object = None) -> None:
        payload = body if body is None or isinstance(body, str) else json.dumps(body)
        self.sent = f"{method} {path}" + (f" with the body {shorten(payload)}" if payload is not None else "")
        server = urlsplit(os.environ["BASE_URL"])
        connection = http.client.HTTPConnection(server.hostname, server.port, timeout=PATIENCE_SECONDS)
        try:
            connection.request(method, path, payload, {"Content-Type": "application/json"} if payload else {})
            answer = connection.getresponse()
            self.status, self.headers = answer.status, answer.headers
            self.body = answer.read().decode("utf-8", "replace")
        finally:
            connection.close()

    def expect(self, status: int, **fields: object) -> dict:
        """Wants this status and, when fields are named, a JSON object that has them. Returns that object."""
        self.want(f"status {status}", f"status {self.status}, body {shorten(self.body)}", self.status == status)
        content = self.json() if fields else {}
        for name, value in fields.items():
            what = f'the field "{name}" to be {json.dumps(value)}'
            self.want(what, shorten(self.body), name in content and content[name] == value)
        return content

    def json(self) -> dict:
        try:
            content = json.loads(self.body)
        except ValueError:
            content = None
        self.want("a JSON object as body", shorten(self.body), isinstance(content, dict))
        return content

    def want(self, expected: str, actual: str, is_so: bool) -> None:
        if not is_so:
            raise AssertionError(f"sent:     {self.sent}\nexpected: {expected}\nactual:   {actual}")


def new_link(url: str, **wishes: object) -> str:
    """Makes a link and returns its code."""
    made = Exchange("POST", "/links", {"url": url, **wishes})
    made.expect(201)
    code = made.json().get("code")
    is_usable = isinstance(code, str) and bool(re.fullmatch("[A-Za-z0-9_-]+", code))
    made.want('a code out of A-Z a-z 0-9 - _ in the field "code"', shorten(made.body), is_usable)
    return code


def shorten(text: str) -> str:
    return text if len(text) <= 200 else f"{text[:200]}... ({len(text)} characters)"
