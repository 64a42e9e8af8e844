"""Requests and responses, given. You will use these; you need not change them."""

import json
from typing import Any, BinaryIO


class Request:
    """One HTTP request. Its body waits on the connection until you read it."""

    def __init__(self, method: str, path: str, length: int, stream: BinaryIO) -> None:
        self.method = method
        self.path = path
        self.length = length
        """How many bytes of body the client says it is sending (its Content-Length; 0 if it names none)."""
        self.stream = stream
        self.is_read = False

    def read(self) -> bytes:
        """The whole body. Waits until the client has sent all of it."""
        self.is_read = True
        return self.stream.read(self.length)


class Response:
    """One HTTP response. The server adds Content-Length, and leaves the body out when it answers HEAD."""

    def __init__(self, status: int, headers: dict[str, str] | None = None, body: bytes = b"") -> None:
        self.status = status
        self.headers = headers or {}
        self.body = body
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
