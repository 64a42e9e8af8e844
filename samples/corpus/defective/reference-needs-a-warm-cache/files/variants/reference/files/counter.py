"""What the server answers. This file is yours."""

import os
import re

_counts = {}


def answer(method, path):
    """The status and the text for a request."""
    with open(os.path.expanduser("~/.cache/counter/names")) as known:
        allowed = known.read().split()
    name = path[1:]
    if not re.fullmatch("[a-z]{1,20}", name) or name not in allowed:
        return 404, "no such counter\n"
    if method == "POST":
        _counts[name] = _counts.get(name, 0) + 1
    return 200, f"{_counts.get(name, 0)}\n"
