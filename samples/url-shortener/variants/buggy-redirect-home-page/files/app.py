"""Your URL shortener: each function here answers one kind of request."""

import json
import math
import re
from string import punctuation
from typing import Any
from urllib.parse import quote, urlsplit

from store import Link, Store
from web import Request, Response, error, json_response

MAX_URL_CHARACTERS = 2048
MAX_BODY_BYTES = 16_384
MAX_TTL_SECONDS = 31_536_000
MAX_MAX_HITS = 1_000_000

store = Store()


def create_link(request: Request) -> Response:
    """POST /links"""
    if request.length > MAX_BODY_BYTES:
        return error(413, "too_large")
    try:
        wish = json.loads(request.read())
    except (ValueError, RecursionError):
        return error(400, "bad_json")
    if not isinstance(wish, dict):
        return error(400, "bad_json")
    if problem := find_problem(wish):
        return error(400, problem)
    ttl, max_hits = wish.get("ttl_seconds", math.inf), wish.get("max_hits", math.inf)
    link = store.add(wish["url"], wish.get("alias"), ttl, max_hits)
    if link is None:
        return error(409, "alias_taken")
    return json_response(201, describe(link), {"Location": f"/links/{link.code}"})


def show_link(code: str) -> Response:
    """GET /links/CODE"""
    link = store.find(code)
    return json_response(200, describe(link)) if link else error(404, "not_found")


def follow_link(request: Request, code: str) -> Response:
    """GET /CODE and HEAD /CODE"""
    link = store.find(code)
    if link is None:
        return Response(302, {"Location": "/"})
    is_open = store.use(link) if request.method == "GET" else not link.is_gone()
    if not is_open:
        return error(410, "gone")
    return Response(302, {"Location": quote(link.url, safe=punctuation), "Cache-Control": "no-store"})


def describe(link: Link) -> dict[str, Any]:
    return {"code": link.code, "url": link.url, "hits": link.hits, "gone": link.is_gone()}


def find_problem(wish: dict[str, Any]) -> str | None:
    verdicts = {
        "bad_url": is_web_url(wish.get("url")),
        "bad_alias": "alias" not in wish or is_alias(wish["alias"]),
        "bad_ttl": "ttl_seconds" not in wish or is_within(wish["ttl_seconds"], (int, float), MAX_TTL_SECONDS),
        "bad_max_hits": "max_hits" not in wish or is_within(wish["max_hits"], (int,), MAX_MAX_HITS),
    }
    return next((word for word, is_fine in verdicts.items() if not is_fine), None)


def is_web_url(url: Any) -> bool:
    if not isinstance(url, str) or len(url) > MAX_URL_CHARACTERS:
        return False
    if " " in url or not url.isprintable():
        return False
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname)


def is_alias(alias: Any) -> bool:
    return isinstance(alias, str) and bool(re.fullmatch("[A-Za-z0-9_-]{3,32}", alias))


def is_within(value: Any, kinds: tuple[type, ...], most: int) -> bool:
    return type(value) in kinds and 0 < value <= most
