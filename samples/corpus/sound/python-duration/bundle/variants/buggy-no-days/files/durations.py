import re

SIZES = (86400, 3600, 60, 1)
SHAPE = re.compile("(?:([0-9]+)d)?(?:([0-9]+)h)?(?:([0-9]+)m)?(?:([0-9]+)s)?")


def parse(text: str) -> int:
    """The seconds that a text such as 1h30m stands for; ValueError for any other text."""
    counts = SHAPE.fullmatch(text)
    if not text or not counts:
        raise ValueError(text)
    return sum(int(count or 0) * size for count, size in zip(counts.groups(), SIZES))


def show(seconds: int) -> str:
    """The shortest text for so many seconds; ValueError when they are negative."""
    if seconds < 0:
        raise ValueError(seconds)
    parts = []
    for unit, size in zip("hms", SIZES[1:]):
        count, seconds = divmod(seconds, size)
        if count:
            parts.append(f"{count}{unit}")
    return "".join(parts) or "0s"
