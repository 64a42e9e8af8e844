from suite import run, send, want


def looking_is_free():
    send("POST", "/stars")
    for _ in range(3):
        assert send("GET", "/stars")[1] == "1"


def names_apart():
    for name in ["/a", "/aa"]:
        want((200, "1"), "POST", name)


def odd_names():
    for path in ["/abcdefghijklmnopqrstu"]:
        for method in ["GET", "POST"]:
            status, _ = send(method, path)
            assert status == 404, f"{method} {path} answered {status}"


run(looking_is_free, names_apart, odd_names)
