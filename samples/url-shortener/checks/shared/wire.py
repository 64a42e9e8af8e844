"""Requests as bytes on the wire, so that nothing is tidied up on the way, and replies that know what was asked."""

import json
import os
import re
import socket
from contextlib import ExitStack
from typing import NamedTuple

from suite import Garbled, Unmet

ADDRESS = ("127.0.0.1", int(os.environ["PORT"]))
CODE = re.compile("[A-Za-z0-9_-]{3,32}")
MOST_BYTES = 1_000_000


class Reply(NamedTuple):
    request: str
    status: int
    headers: dict[str, str]
    """By name in lower case."""
    body: bytes

    def must(self, status: int, **fields: object) -> "Reply":
        """Demands a status and, if any are named, fields of a JSON object."""
        self.demand(self.status == status, f"status {status}")
        for name, value in fields.items():
            self.demand(self.field(name) == value, f"{name} = {value!r}")
        return self

    def must_carry(self, header: str, value: str) -> "Reply":
        self.demand(self.headers.get(header.lower()) == value, f"header {header}: {value}")
        return self

    def field(self, name: str) -> object:
        fields = self.fields()
        self.demand(name in fields, f"a JSON object with {name}")
        return fields[name]

    def fields(self) -> dict:
        """The JSON object in the body; an empty one if there is none."""
        try:
            parsed = json.loads(self.body)
        except ValueError:
            return {}
        return parsed if isinstance(parsed, dict) else {}

    def demand(self, is_met: bool, expected: str) -> None:
        if not is_met:
            got = f"{self.status} {brief(self.headers.get('location', ''))} {brief(self.body.decode(errors='replace'))}"
            raise Unmet(f"{self.request} -> expected {expected}, got {got}")


def get(target: str) -> Reply:
    return exchange("GET", target)


def head(target: str) -> Reply:
    return exchange("HEAD", target)


def post(body: bytes | dict) -> Reply:
    return exchange("POST", "/links", body if isinstance(body, bytes) else json.dumps(body).encode())


def link(**fields: object) -> str:
    """Makes a link and returns its code."""
    reply = post({"url": "https://example.com/somewhere"} | fields).must(201)
    code = reply.field("code")
    reply.demand(isinstance(code, str) and bool(CODE.fullmatch(code)), "a URL-safe code")
    return code


def exchange(method: str, target: str, body: bytes = b"", patience: float = 5, length: int | None = None) -> Reply:
    """One request. `length` is what Content-Length claims, when that is not the truth."""
    with socket.create_connection(ADDRESS, patience) as connection:
        connection.sendall(request_bytes(method, target, body, length))
        return read_reply(connection, method, target, body)


def volley(size: int, method: str, target: str, body: bytes = b"") -> list[Reply]:
    """The same request from many clients: all are connected and waiting before the first may finish asking."""
    request = request_bytes(method, target, body)
    with ExitStack() as stack:
        connections = [stack.enter_context(socket.create_connection(ADDRESS, 5)) for _ in range(size)]
        for connection in connections:
            connection.sendall(request[:-1])
        for connection in connections:
            connection.sendall(request[-1:])
        return [read_reply(connection, method, target, body) for connection in connections]


def request_bytes(method: str, target: str, body: bytes, length: int | None = None) -> bytes:
    claimed = len(body) if length is None else length
    return f"{method} {target} HTTP/1.1\r\nHost: short.test\r\nConnection: close\r\nContent-Length: {claimed}\r\n\r\n".encode() + body


def read_reply(connection: socket.socket, method: str, target: str, body: bytes) -> Reply:
    """The reply up to its very end, so that a body where there should be none is seen as well."""
    with connection.makefile("rb") as stream:
        head, _, content = stream.read(MOST_BYTES).partition(b"\r\n\r\n")
    first, *lines = head.decode("latin-1").split("\r\n")
    status = re.fullmatch(r"HTTP/1\.[01] ([1-5]\d\d)( .*)?", first)
    if not status:
        raise Garbled(f"{brief(first)!r} is no status line")
    headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
    return Reply(f"{method} {target} {brief(repr(body))}", int(status[1]), headers, content)


def brief(text: str) -> str:
    return text if len(text) < 160 else f"{text[:120]}[...]{text[-20:]}"
