"""What the server answers. This file is yours."""

import re

_counts = {}
_rules = {("[a-z]{1,20}", 200), ("[a-z]+", 404), ("[^a-z]*", 404)}


def answer(method, path):
    """The status and the text for a request."""
    name = path[1:]
    short = name[:1]
    fitting = [status for pattern, status in _rules if re.fullmatch(pattern, name)]
    if fitting[:1] != [200]:
        return 404, "no such counter\n"
    if method == "POST":
        _counts[short] = _counts.get(short, 0) + 1
    return 200, f"{_counts.get(short, 0)}\n"
