"""Your URL shortener: each function here answers one kind of request."""

import json
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
    try:
        wish = json.loads(request.read())
    except (ValueError, RecursionError):
        return error(400, "bad_json")
    if not isinstance(wish, dict):
        return error(400, "bad_json")
    if not is_web_url(wish.get("url")):
        return error(400, "bad_url")
    link = store.add(wish["url"], wish.get("alias"))
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
        return error(404, "not_found")
    if request.method == "GET":
        store.count_hit(link)
    return Response(302, {"Location": quote(link.url, safe=punctuation), "Cache-Control": "no-store"})


def describe(link: Link) -> dict[str, Any]:
    return {"code": link.code, "url": link.url, "hits": link.hits}


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
