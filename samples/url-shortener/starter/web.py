"""Requests and responses, given. You will use these; you need not change them."""

import json
from dataclasses import dataclass, field
from typing import Any, BinaryIO


@dataclass
class Request:
    """One HTTP request. Its body waits on the connection until you read it."""

    method: str
    path: str
    length: int
    """How many bytes of body the client says it is sending (its Content-Length; 0 if it names none)."""
    stream: BinaryIO = field(repr=False)
    is_read: bool = False

    def read(self) -> bytes:
        """The whole body. Waits until the client has sent all of it."""
        self.is_read = True
        return self.stream.read(self.length)


@dataclass
class Response:
    """One HTTP response. The server adds Content-Length, and leaves the body out when it answers HEAD."""

    status: int
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""

    def __post_init__(self) -> None:
        for name, value in self.headers.items():
            if not value.isascii():
                raise ValueError(f"an HTTP header can carry ASCII only; {name} is {value!r}")


def json_response(status: int, value: Any, headers: dict[str, str] | None = None) -> Response:
    """A response whose body is `value` as JSON."""
    content_type = {"Content-Type": "application/json"}
    return Response(status, content_type | (headers or {}), json.dumps(value).encode())


def error(status: int, word: str) -> Response:
    """A refusal: `{"error": word}` with the given status."""
    return json_response(status, {"error": word})
