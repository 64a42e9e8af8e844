"""Aliases and limits: what you can try at once."""

import secrets
import time

from probe import Exchange, new_link
from report import run

URL = "https://example.com/launch-party"


def takes_an_alias():
    """An alias becomes the code of the link"""
    alias = fresh_alias()
    Exchange("POST", "/links", {"url": URL, "alias": alias}).expect(201, code=alias, url=URL)
    Exchange("GET", f"/{alias}").expect(302)


def refuses_a_taken_alias():
    """The second to ask for an alias gets 409, and the first keeps it"""
    alias = fresh_alias()
    new_link(URL, alias=alias)
    Exchange("POST", "/links", {"url": "https://example.com/thief", "alias": alias}).expect(409, error="alias_taken")
    Exchange("GET", f"/links/{alias}").expect(200, url=URL)


def refuses_an_odd_alias():
    """An alias with a space in it is refused"""
    Exchange("POST", "/links", {"url": URL, "alias": "launch party"}).expect(400, error="bad_alias")


def expires():
    """A link with ttl_seconds answers 410 once they are over"""
    code = new_link(URL, ttl_seconds=0.2)
    time.sleep(0.3)
    Exchange("GET", f"/{code}").expect(410, error="gone")
    Exchange("GET", f"/links/{code}").expect(200, gone=True)


def lives_until_then():
    """A link whose ttl_seconds are not over redirects"""
    code = new_link(URL, ttl_seconds=3600)
    Exchange("GET", f"/{code}").expect(302)
    Exchange("GET", f"/links/{code}").expect(200, gone=False)


def wears_out():
    """A link with max_hits 2 redirects twice, then answers 410"""
    code = new_link(URL, max_hits=2)
    for status in (302, 302, 410):
        Exchange("GET", f"/{code}").expect(status)
    Exchange("GET", f"/links/{code}").expect(200, hits=2, gone=True)


def refuses_odd_limits():
    """A ttl_seconds below zero and a max_hits of zero are refused"""
    Exchange("POST", "/links", {"url": URL, "ttl_seconds": -5}).expect(400, error="bad_ttl")
    Exchange("POST", "/links", {"url": URL, "max_hits": 0}).expect(400, error="bad_max_hits")


def refuses_a_huge_body():
    """A body of 20,000 bytes is refused with 413"""
    Exchange("POST", "/links", {"url": URL, "note": "x" * 20_000}).expect(413, error="too_large")


def fresh_alias() -> str:
    return f"party-{secrets.token_hex(4)}"


run([
    takes_an_alias,
    refuses_a_taken_alias,
    refuses_an_odd_alias,
    expires,
    lives_until_then,
    wears_out,
    refuses_odd_limits,
    refuses_a_huge_body,
])
