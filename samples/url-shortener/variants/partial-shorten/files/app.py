"""Your URL shortener: each function here answers one kind of request."""

import json
import secrets

from store import Link, Store
from web import Request, Response, error, json_response

MAX_URL_CHARACTERS = 2048
MAX_BODY_BYTES = 16_384
MAX_TTL_SECONDS = 31_536_000
MAX_MAX_HITS = 1_000_000

store = Store()


def create_link(request: Request) -> Response:
    """POST /links"""
    wish = json.loads(request.read())
    link = Link(secrets.token_urlsafe(6), wish["url"])
    return json_response(201, {"code": link.code, "url": link.url})


def show_link(code: str) -> Response:
    """GET /links/CODE"""
    return error(501, "not_implemented")


def follow_link(request: Request, code: str) -> Response:
    """GET /CODE and HEAD /CODE"""
    return error(501, "not_implemented")
