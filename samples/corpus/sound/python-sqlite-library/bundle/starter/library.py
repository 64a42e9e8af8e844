import sqlite3

# The tables, made when the server starts.
SCHEMA = ""


def list_books(db: sqlite3.Connection) -> tuple[int, object]:
    return 200, []


def add_book(db: sqlite3.Connection, isbn: str, title: str) -> tuple[int, object]:
    return 501, None


def lend(db: sqlite3.Connection, isbn: str, reader: str) -> tuple[int, object]:
    return 501, None


def give_back(db: sqlite3.Connection, isbn: str) -> tuple[int, object]:
    return 501, None
