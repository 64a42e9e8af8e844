import subprocess

from suite import ask, finish, same, wait_for


def readers(port=None):
    status, books = ask("GET", "/books", port=port)
    return {book["isbn"]: book.get("reader", "(not told)") for book in books} if status == 200 else status


def lend(isbn, reader):
    return ask("POST", "/loans", {"isbn": isbn, "reader": reader})


ask("POST", "/books", {"isbn": "1", "title": "Ulysses"})
ask("POST", "/books", {"isbn": "2", "title": "Heidi"})
same("nobody_at_first", "nobody has a new book", {"1": None, "2": None}, readers())
same("lends_second_book", "a book can be lent", (201, {"isbn": "2", "reader": "Zo\u00eb"}), lend("2", "Zo\u00eb"))
same("list_tells_reader", "the list tells who has a book", {"1": None, "2": "Zo\u00eb"}, readers())
same("second_is_refused", "a second reader is refused", (409, {"error": "lent"}), lend("2", "Max"))
same("first_reader_stays", "the first reader keeps the book", {"1": None, "2": "Zo\u00eb"}, readers())
same("lends_unknown", "an unknown book cannot be lent", (404, {"error": "unknown"}), lend("7", "Max"))
same("gives_back_unknown", "an unknown book cannot be given back", (404, {"error": "unknown"}), ask("DELETE", "/loans/7"))
same("nothing_to_give_back", "a book that nobody has cannot be given back", (409, {"error": "not lent"}), ask("DELETE", "/loans/1"))

second = subprocess.Popen(["as-learner", "env", "PORT=18000", ".coursegen/runtime/run.sh"])
wait_for(18000)
same("loans_are_kept", "another server on the same file knows the reader", {"1": None, "2": "Zo\u00eb"}, readers(18000))
same("answers_without_value", "a book that comes back is a 204", (204, None), ask("DELETE", "/loans/2"))
same("back_is_kept", "and it sees when the book is given back", {"1": None, "2": None}, readers(18000))
second.kill()
same("lends_again", "a book that came back can be lent again", (201, {"isbn": "2", "reader": "Max"}), lend("2", "Max"))
finish()
