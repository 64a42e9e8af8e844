"""Where the links live: in memory, for as long as the server runs.

Every request runs on a thread of its own, so several of them can be in here at once.
"""

import secrets
import threading


class Link:
    """One short link."""

    def __init__(self, code: str, url: str) -> None:
        self.code = code
        self.url = url
        self.hits = 0


class Store:
    """All links, by code."""

    def __init__(self) -> None:
        self._links: dict[str, Link] = {}
        self._lock = threading.Lock()

    def add(self, url: str, alias: str | None) -> Link | None:
        with self._lock:
            code = alias or self._free_code()
            if code in self._links:
                return None
            link = self._links[code] = Link(code, url)
            return link

    def find(self, code: str) -> Link | None:
        return self._links.get(code)

    def count_hit(self, link: Link) -> None:
        with self._lock:
            link.hits += 1

    def _free_code(self) -> str:
        code = secrets.token_urlsafe(6)
        return self._free_code() if code in self._links else code
