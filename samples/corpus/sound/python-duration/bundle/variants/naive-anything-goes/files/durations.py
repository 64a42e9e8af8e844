import re

SIZES = {"d": 86400, "h": 3600, "m": 60, "s": 1}


def parse(text: str) -> int:
    """The seconds that a text such as 1h30m stands for; ValueError for any other text."""
    return sum(int(count) * SIZES[unit] for count, unit in re.findall("([0-9]+)([dhms])", text))


def show(seconds: int) -> str:
    """The shortest text for so many seconds; ValueError when they are negative."""
    parts = []
    for unit, size in SIZES.items():
        count, seconds = divmod(seconds, size)
        if count:
            parts.append(f"{count}{unit}")
    return "".join(parts)
