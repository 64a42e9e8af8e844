import sqlite3

# The tables, made when the server starts.
SCHEMA = "CREATE TABLE IF NOT EXISTS books (isbn TEXT PRIMARY KEY, title TEXT NOT NULL)"


def list_books(db: sqlite3.Connection) -> tuple[int, object]:
    rows = db.execute("SELECT isbn, title FROM books ORDER BY title, isbn")
    return 200, [{"isbn": isbn, "title": title} for isbn, title in rows]


def add_book(db: sqlite3.Connection, isbn: str, title: str) -> tuple[int, object]:
    try:
        with db:
            db.execute("INSERT INTO books (isbn, title) VALUES (?, ?)", (isbn, title))
    except sqlite3.IntegrityError:
        return 409, {"error": "exists"}
    return 201, {"isbn": isbn, "title": title}


def lend(db: sqlite3.Connection, isbn: str, reader: str) -> tuple[int, object]:
    return 501, None


def give_back(db: sqlite3.Connection, isbn: str) -> tuple[int, object]:
    return 501, None
