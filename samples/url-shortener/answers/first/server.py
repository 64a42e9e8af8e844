"""The plumbing, given: listens on $PORT and hands every request to a function in app.py.

Each request has a connection and a thread of its own. You need not change this file.
"""

import os
import socket
import sys
import traceback
from http import HTTPStatus
from socketserver import StreamRequestHandler, ThreadingTCPServer
from urllib.parse import unquote

import app
from turns import Turns
from web import Request, Response, error

MOST_BYTES_OF_A_LINE = 65_536
MOST_HEADERS = 100
PHRASES = {status.value: status.phrase for status in HTTPStatus}


def route(request: Request) -> Response:
    match request.method, request.path.split("/")[1:]:
        case "GET" | "HEAD", ["health"]:
            return Response(200)
        case "POST", ["links"]:
            return app.create_link(request)
        case "GET" | "HEAD", ["links", code] if code:
            return app.show_link(code)
        case "GET" | "HEAD", [code] if code:
            return app.follow_link(request, code)
    return error(404, "not_found")


class Handler(StreamRequestHandler):
    timeout = 30

    def handle(self) -> None:
        try:
            self.answer()
        except OSError:
            pass  # The client has gone, or has said nothing for too long.

    def answer(self) -> None:
        try:
            self.method, target, headers = self.read_head()
        except ValueError:
            return self.send(error(400, "bad_request"))
        length = headers.get("content-length", "0")
        if not length.isdecimal():
            return self.send(error(400, "bad_length"))
        request = Request(self.method, unquote(target.partition("?")[0]), int(length), self.rfile)
        try:
            with Turns(self.server.socket):
                response = route(request)
        except Exception:  # A bug in one request must not take the server down: show it and carry on.
            traceback.print_exc()
            response = error(500, "crashed")
        print(f"{self.method} {target} -> {response.status}", file=sys.stderr, flush=True)
        self.send(response)
        if request.length and not request.is_read:
            self.hang_up_politely()

    def read_head(self) -> tuple[str, str, dict[str, str]]:
        """Method, target, and headers by their names in lower case."""
        self.method = ""
        method, target, version = self.read_line().split(" ")
        if not version.startswith("HTTP/1."):
            raise ValueError(f"{version} is not spoken here")
        headers = {}
        for _ in range(MOST_HEADERS):
            if not (line := self.read_line()):
                return method, target, headers
            name, _, value = line.partition(":")
            headers[name.lower()] = value.strip()
        raise ValueError("too many headers")

    def read_line(self) -> str:
        line = self.rfile.readline(MOST_BYTES_OF_A_LINE)
        if not line:
            raise ConnectionError("nothing more was sent")
        if not line.endswith(b"\n"):
            raise ValueError("a line without an end")
        return line.decode("latin-1").rstrip("\r\n")

    def send(self, response: Response) -> None:
        headers = response.headers | {"Content-Length": str(len(response.body)), "Connection": "close"}
        head = [f"HTTP/1.1 {response.status} {PHRASES.get(response.status, '')}"] + [f"{name}: {value}" for name, value in headers.items()]
        body = b"" if self.method == "HEAD" else response.body
        self.wfile.write("\r\n".join([*head, "", ""]).encode("latin-1") + body)

    def hang_up_politely(self) -> None:
        """Closing on a client that is still sending would cost it the answer: let it finish, within reason."""
        self.connection.shutdown(socket.SHUT_WR)
        self.connection.settimeout(0.5)
        try:
            for _ in range(64):
                if not self.rfile.read1(65536):
                    return
        except OSError:
            pass


class Server(ThreadingTCPServer):
    allow_reuse_address = daemon_threads = True
    request_queue_size = 128


if __name__ == "__main__":
    port = int(os.environ["HTTP_PORT"])
    print(f"listening on http://127.0.0.1:{port}", file=sys.stderr, flush=True)
    try:
        Server(("127.0.0.1", port), Handler).serve_forever()
    except KeyboardInterrupt:
        pass
