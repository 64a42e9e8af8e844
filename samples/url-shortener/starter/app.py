"""Your URL shortener: each function here answers one kind of request."""

from store import Store
from web import Request, Response, error

MAX_URL_CHARACTERS = 2048
MAX_BODY_BYTES = 16_384
MAX_TTL_SECONDS = 31_536_000
MAX_MAX_HITS = 1_000_000

store = Store()


def create_link(request: Request) -> Response:
    """POST /links"""
    return error(501, "not_implemented")


def show_link(code: str) -> Response:
    """GET /links/CODE"""
    return error(501, "not_implemented")


def follow_link(request: Request, code: str) -> Response:
    """GET /CODE and HEAD /CODE"""
    return error(501, "not_implemented")
