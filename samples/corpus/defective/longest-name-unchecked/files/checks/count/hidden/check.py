from suite import run, send, want


def counts_far():
    for expected in range(1, 31):
        want((200, str(expected)), "POST", "/sheep")


def looking_is_free():
    send("POST", "/stars")
    for _ in range(3):
        want((200, "1"), "GET", "/stars")
    want((200, "2"), "POST", "/stars")


def names_apart():
    for name in ["/a", "/aa", "/b", "/abcdefghijklmnopqrst"]:
        want((200, "1"), "POST", name)
    want((200, "2"), "POST", "/aa")
    want((200, "1"), "GET", "/a")


def odd_names():
    for path in ["/", "/Apples", "/two-words", "/a/b", "/a%20b", "/x1"]:
        for method in ["GET", "POST"]:
            status, _ = send(method, path)
            assert status == 404, f"{method} {path} answered {status}"
    want((200, "0"), "GET", "/apples")


run(counts_far, looking_is_free, names_apart, odd_names)
