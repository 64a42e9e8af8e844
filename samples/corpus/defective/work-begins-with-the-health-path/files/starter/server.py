"""The server: it listens, and asks counter.answer what to say."""

import os
from http.server import BaseHTTPRequestHandler, HTTPServer

import counter


class Handler(BaseHTTPRequestHandler):
    def reply(self):
        status, text = counter.answer(self.command, self.path)
        body = text.encode()
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    do_GET = do_POST = reply

    def log_message(self, *_):
        pass


HTTPServer(("127.0.0.1", int(os.environ.get("PORT", "8000"))), Handler).serve_forever()
