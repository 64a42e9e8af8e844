"""What the server answers. This file is yours."""

import re

_counts = {}


def answer(method, path):
    """The status and the text for a request."""
    name = path[1:]
    if not re.fullmatch("[a-z]{1,20}", name):
        return 404, "no such counter\n"
    if method == "POST":
        _counts[hash(name) % 3] = _counts.get(hash(name) % 3, 0) + 1
    return 200, f"{_counts.get(hash(name) % 3, 0)}\n"
