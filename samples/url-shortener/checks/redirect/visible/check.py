"""Redirect and count: what you can try at once."""

from probe import Exchange, new_link
from report import run

URL = "https://example.com/shop?item=7#reviews"


def redirects():
    """GET /CODE answers 302 with the URL in Location"""
    visit = Exchange("GET", f"/{new_link(URL)}")
    visit.expect(302)
    location = visit.headers.get("location")
    visit.want(f"the header Location: {URL}", f"Location: {location}", location == URL)


def starts_at_zero():
    """A new link has no hits yet"""
    Exchange("GET", f"/links/{new_link(URL)}").expect(200, hits=0)


def counts_three_hits():
    """Three visits are three hits"""
    code = new_link(URL)
    for _ in range(3):
        Exchange("GET", f"/{code}").expect(302)
    Exchange("GET", f"/links/{code}").expect(200, hits=3)


def counts_each_link_by_itself():
    """A visit counts for the link that was followed, and for no other"""
    followed, ignored = new_link(URL), new_link(URL)
    Exchange("GET", f"/{followed}").expect(302)
    Exchange("GET", f"/links/{followed}").expect(200, hits=1)
    Exchange("GET", f"/links/{ignored}").expect(200, hits=0)


def unknown_code_is_404():
    """GET /CODE answers 404 when nobody made that code"""
    Exchange("GET", "/nobody-1").expect(404, error="not_found")


run([redirects, starts_at_zero, counts_three_hits, counts_each_link_by_itself, unknown_code_is_404])
