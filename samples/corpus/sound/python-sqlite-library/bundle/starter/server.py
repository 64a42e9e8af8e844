"""HTTP around library.py; you need not change it. One request at a time, on one connection to the database."""

import json
import os
import sqlite3
from http.server import BaseHTTPRequestHandler, HTTPServer

import library


def answer(db: sqlite3.Connection, method: str, path: str, body: dict) -> tuple[int, object]:
    match method, path.strip("/").split("/"):
        case "GET", ["health"]:
            return 200, {"status": "up"}
        case "GET", ["books"]:
            return library.list_books(db)
        case "POST", ["books"]:
            return library.add_book(db, body["isbn"], body["title"])
        case "POST", ["loans"]:
            return library.lend(db, body["isbn"], body["reader"])
        case "DELETE", ["loans", isbn]:
            return library.give_back(db, isbn)
    return 404, {"error": "no such page"}


class Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        length = int(self.headers.get("Content-Length", 0))
        body = json.loads(self.rfile.read(length) or b"{}")
        status, value = answer(self.server.db, self.command, self.path, body)
        content = b"" if value is None else json.dumps(value).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    do_POST = do_DELETE = do_GET

    def log_message(self, *_: object) -> None:
        pass


if __name__ == "__main__":
    server = HTTPServer(("127.0.0.1", int(os.environ.get("PORT", "8000"))), Handler)
    server.db = sqlite3.connect("library.db")
    server.db.executescript(library.SCHEMA)
    server.serve_forever()
