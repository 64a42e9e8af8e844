def find(words: list[str], letters: str) -> list[str] | None:
    """The words that are made of exactly these letters, in order; None when they are not letters alone."""
    if not letters.isalpha():
        return None
    question = letters.lower()
    return sorted(word for word in words if sorted(word) == sorted(question) and word != question)
