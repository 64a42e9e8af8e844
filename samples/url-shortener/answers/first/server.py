"""The plumbing, given: listens on $PORT and hands every request to a function in app.py.

Each request runs on a thread of its own. You need not change this file.
"""

import os
import socket
import sys
import traceback
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from socketserver import TCPServer
from urllib.parse import unquote

import app
from turns import Turns
from web import Request, Response, error


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


class Handler(BaseHTTPRequestHandler):
    timeout = 30

    def answer(self) -> None:
        length = self.headers.get("Content-Length", "0")
        if not length.isdecimal():
            return self.send(error(400, "bad_length"))
        request = Request(self.command, unquote(self.path.partition("?")[0]), int(length), self.rfile)
        try:
            with Turns(self.server.socket):
                response = route(request)
        except Exception:  # A bug in one request must not take the server down: show it and carry on.
            traceback.print_exc()
            response = error(500, "crashed")
        self.send(response)
        if request.length and not request.is_read:
            self.hang_up_politely()

    do_GET = do_HEAD = do_POST = do_PUT = do_PATCH = do_DELETE = answer

    def send(self, response: Response) -> None:
        self.send_response(response.status)
        for name, value in response.headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(response.body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(response.body)

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


class Server(ThreadingHTTPServer):
    request_queue_size = 128

    def server_bind(self) -> None:
        """Binds without the look-up of our own host name, which can take seconds."""
        TCPServer.server_bind(self)
        self.server_name, self.server_port = self.server_address


if __name__ == "__main__":
    port = int(os.environ["HTTP_PORT"])
    print(f"listening on http://127.0.0.1:{port}", file=sys.stderr, flush=True)
    try:
        Server(("127.0.0.1", port), Handler).serve_forever()
    except KeyboardInterrupt:
        pass
