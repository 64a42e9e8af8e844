"""What the server answers. This file is yours."""


def answer(method, path):
    """The status and the text for a request."""
    return 501, "not yet\n"
