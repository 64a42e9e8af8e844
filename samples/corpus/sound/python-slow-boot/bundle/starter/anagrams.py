def find(words: list[str], letters: str) -> list[str] | None:
    """The words that are made of exactly these letters, in order; None when they are not letters alone."""
    return ["nothing yet"]
