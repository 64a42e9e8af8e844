import sqlite3

SCHEMA = ""
shelf: dict[str, str] = {}


def list_books(db: sqlite3.Connection) -> tuple[int, object]:
    books = sorted((title, isbn) for isbn, title in shelf.items())
    return 200, [{"isbn": isbn, "title": title} for title, isbn in books]


def add_book(db: sqlite3.Connection, isbn: str, title: str) -> tuple[int, object]:
    if isbn in shelf:
        return 409, {"error": "exists"}
    shelf[isbn] = title
    return 201, {"isbn": isbn, "title": title}


def lend(db: sqlite3.Connection, isbn: str, reader: str) -> tuple[int, object]:
    return 501, None


def give_back(db: sqlite3.Connection, isbn: str) -> tuple[int, object]:
    return 501, None
