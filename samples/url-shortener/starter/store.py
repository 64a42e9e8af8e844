"""Where the links live: in memory, for as long as the server runs.

Every request runs on a thread of its own, so several of them can be in here at once.
"""


class Link:
    """One short link."""

    def __init__(self, code: str, url: str) -> None:
        self.code = code
        self.url = url


class Store:
    """All links, by code."""

    def __init__(self) -> None:
        self._links: dict[str, Link] = {}
