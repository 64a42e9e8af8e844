import subprocess

from suite import ask, finish, same, wait_for


def shelf(port=None):
    status, books = ask("GET", "/books", port=port)
    return [(book["isbn"], book["title"]) for book in books] if status == 200 else status


def add(isbn, title):
    return ask("POST", "/books", {"isbn": isbn, "title": title})


same("empty_shelf", "a new library has no books", (200, []), ask("GET", "/books"))
same("answers_with_the_book", "a new book is answered with 201 and the book", (201, {"isbn": "9", "title": "Dune"}), add("9", "Dune"))
add("4", "Dune")
same("same_title_twice", "books of one title come by isbn", [("4", "Dune"), ("9", "Dune")], shelf())
same("isbn_only_once", "an isbn can be added only once", (409, {"error": "exists"}), add("9", "Other"))
same("refused_changes_nothing", "a refused book leaves the shelf alone", [("4", "Dune"), ("9", "Dune")], shelf())
odd = "'); DROP TABLE books; -- \u00e9"
add("5", odd)
same("title_is_data", "a title may hold anything", [("5", odd), ("4", "Dune"), ("9", "Dune")], shelf())

second = subprocess.Popen(["as-learner", "env", "PORT=18000", ".coursegen/runtime/run.sh"])
wait_for(18000)
same("another_server_knows", "another server on the same file has the same books", [("5", odd), ("4", "Dune"), ("9", "Dune")], shelf(18000))
second.kill()
finish()
