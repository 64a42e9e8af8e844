"""Where the links live: in memory, for as long as the server runs.

Every request runs on a thread of its own, so several of them can be in here at once.
"""

import math
import secrets
import time

RESERVED = {"health", "links"}


class Link:
    """One short link."""

    def __init__(self, code: str, url: str, max_hits: float, expires_at: float) -> None:
        self.code = code
        self.url = url
        self.max_hits = max_hits
        self.expires_at = expires_at
        self.hits = 0

    def is_gone(self) -> bool:
        return self.hits >= self.max_hits or time.monotonic() >= self.expires_at


class Store:
    """All links, by code."""

    def __init__(self) -> None:
        self._links: dict[str, Link] = {}

    def add(self, url: str, alias: str | None, ttl: float = math.inf, max_hits: float = math.inf) -> Link | None:
        code = alias or self._free_code()
        if code in self._links or code in RESERVED:
            return None
        link = self._links[code] = Link(code, url, max_hits, time.monotonic() + ttl)
        return link

    def find(self, code: str) -> Link | None:
        return self._links.get(code)

    def use(self, link: Link) -> bool:
        if link.is_gone():
            return False
        link.hits += 1
        return True

    def _free_code(self) -> str:
        code = secrets.token_urlsafe(6)
        return self._free_code() if code in self._links else code
