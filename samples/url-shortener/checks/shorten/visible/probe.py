"""One exchange with your server, and a plain account of it when the answer is not the promised one."""

import json
import os
import re
import socket

PATIENCE_SECONDS = 5


class Exchange:
    """Sends a request as soon as it is made, and keeps the answer."""

    def __init__(self, method: str, path: str, body: object = None) -> None:
        payload = body if body is None or isinstance(body, str) else json.dumps(body)
        self.sent = f"{method} {path}" + (f" with the body {shorten(payload)}" if payload is not None else "")
        host, port = os.environ["BASE_URL"].removeprefix("http://").rstrip("/").split(":")
        with socket.create_connection((host, int(port)), PATIENCE_SECONDS) as connection:
            connection.sendall(request_bytes(f"{host}:{port}", method, path, payload))
            with connection.makefile("rb") as answer:
                self.status, self.headers, self.body = take_apart(answer.read())

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


def request_bytes(host: str, method: str, path: str, payload: str | None) -> bytes:
    """What goes over the wire. After `Connection: close` the answer ends where the connection does."""
    head, body = [f"{method} {path} HTTP/1.1", f"Host: {host}", "Connection: close"], (payload or "").encode()
    if payload is not None:
        head += ["Content-Type: application/json", f"Content-Length: {len(body)}"]
    return "\r\n".join([*head, "", ""]).encode() + body


def take_apart(answer: bytes) -> tuple[int, dict[str, str], str]:
    """Status, headers by their names in lower case, and body."""
    head, _, body = answer.partition(b"\r\n\r\n")
    first, *lines = head.decode("latin-1").split("\r\n")
    status = re.fullmatch(r"HTTP/1\.[01] (\d{3})( .*)?", first)
    if not status:
        raise ConnectionError(f"what came back begins with {shorten(first)!r}, which is no HTTP status line")
    headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
    return int(status[1]), headers, body.decode("utf-8", "replace")


def shorten(text: str) -> str:
    return text if len(text) <= 200 else f"{text[:200]}... ({len(text)} characters)"
