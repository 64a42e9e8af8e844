import sqlite3

# The tables, made when the server starts.
SCHEMA = "CREATE TABLE IF NOT EXISTS books (isbn TEXT PRIMARY KEY, title TEXT NOT NULL, reader TEXT)"


def list_books(db: sqlite3.Connection) -> tuple[int, object]:
    rows = db.execute("SELECT isbn, title, reader FROM books ORDER BY title, isbn")
    return 200, [{"isbn": isbn, "title": title, "reader": reader} for isbn, title, reader in rows]


def add_book(db: sqlite3.Connection, isbn: str, title: str) -> tuple[int, object]:
    with db:
        db.execute("INSERT OR REPLACE INTO books (isbn, title) VALUES (?, ?)", (isbn, title))
    return 201, {"isbn": isbn, "title": title}


def lend(db: sqlite3.Connection, isbn: str, reader: str) -> tuple[int, object]:
    with db:
        change = db.execute("UPDATE books SET reader = ? WHERE isbn = ? AND reader IS NULL", (reader, isbn))
    if change.rowcount:
        return 201, {"isbn": isbn, "reader": reader}
    return refusal(db, isbn, "lent")


def give_back(db: sqlite3.Connection, isbn: str) -> tuple[int, object]:
    with db:
        change = db.execute("UPDATE books SET reader = NULL WHERE isbn = ? AND reader IS NOT NULL", (isbn,))
    if change.rowcount:
        return 204, None
    return refusal(db, isbn, "not lent")


def refusal(db: sqlite3.Connection, isbn: str, word: str) -> tuple[int, object]:
    if db.execute("SELECT isbn FROM books WHERE isbn = ?", (isbn,)).fetchone():
        return 409, {"error": word}
    return 404, {"error": "unknown"}
