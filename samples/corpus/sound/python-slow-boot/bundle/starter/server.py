"""HTTP around anagrams.py; you need not change it."""

import json
import os
import pathlib
import time
from http.server import BaseHTTPRequestHandler, HTTPServer

import anagrams

# Loading takes so long in the service that this one stands for.
LOADING_SECONDS = 20


class Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        match self.path.split("/")[1:]:
            case ["health"]:
                self.send(200, "up")
            case ["anagrams", letters]:
                found = anagrams.find(self.server.words, letters)
                self.send(400 if found is None else 200, found)
            case _:
                self.send(404, None)

    def send(self, status: int, value: object) -> None:
        content = json.dumps(value).encode()
        self.send_response(status)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_: object) -> None:
        pass


if __name__ == "__main__":
    words = pathlib.Path("words.txt").read_text(encoding="utf-8").split()
    time.sleep(LOADING_SECONDS)
    server = HTTPServer(("127.0.0.1", int(os.environ.get("PORT", "8000"))), Handler)
    server.words = words
    server.serve_forever()
