"""Shorten a URL: what you can try at once."""

import re

from probe import Exchange, new_link
from report import run

URL = "https://example.com/articles/42?ref=home"


def creates_link():
    """POST /links answers 201 with a code and the URL"""
    made = Exchange("POST", "/links", {"url": URL})
    code = made.expect(201, url=URL).get("code")
    expected = "a code of eight characters out of A-Z a-z 0-9 - _"
    made.want(expected, f"{code!r}", isinstance(code, str) and bool(re.fullmatch("[A-Za-z0-9_-]{8}", code)))


def reads_link_back():
    """GET /links/CODE gives the URL back"""
    code = new_link(URL)
    Exchange("GET", f"/links/{code}").expect(200, code=code, url=URL)


def keeps_links_apart():
    """Two links keep their own URLs"""
    first, second = new_link("https://example.com/one"), new_link("https://example.com/two")
    Exchange("GET", f"/links/{first}").expect(200, url="https://example.com/one")
    Exchange("GET", f"/links/{second}").expect(200, url="https://example.com/two")


def unknown_link_is_404():
    """GET /links/CODE answers 404 when nobody made that code"""
    Exchange("GET", "/links/nobody-1").expect(404, error="not_found")


def refuses_broken_json():
    """A body that is not JSON is refused"""
    Exchange("POST", "/links", '{"url": ').expect(400, error="bad_json")


def refuses_missing_url():
    """A body without a url is refused"""
    Exchange("POST", "/links", {"link": URL}).expect(400, error="bad_url")


def refuses_plain_words():
    """Words that are no URL are refused"""
    Exchange("POST", "/links", {"url": "my holiday pictures"}).expect(400, error="bad_url")


def refuses_other_schemes():
    """Only http and https links are taken"""
    Exchange("POST", "/links", {"url": "ftp://example.com/file"}).expect(400, error="bad_url")


run([
    creates_link,
    reads_link_back,
    keeps_links_apart,
    unknown_link_is_404,
    refuses_broken_json,
    refuses_missing_url,
    refuses_plain_words,
    refuses_other_schemes,
])
