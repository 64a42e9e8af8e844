import json
import secrets
import time

from suite import Unmet, check, report
from wire import exchange, get, head, link, post, volley

URL = "https://example.com/limited"
CLIENTS = 8
LARGEST_BODY = 16_384


def alias() -> str:
    return f"Alias_{secrets.token_hex(5)}"


def refuse_all(field: str, values: tuple, word: str) -> None:
    for value in values:
        post({"url": URL, field: value}).must(400, error=word)


@check(
    "A limited number of uses is not exceeded by visitors who come at once",
    "Deciding that a use is left and taking it must be one step that no other thread can enter.",
)
def uses_are_exact_under_load():
    for uses in (1, 3, 6):
        code = link(max_hits=uses)
        statuses = [visit.status for visit in volley(CLIENTS, "GET", f"/{code}")]
        if (statuses.count(302), statuses.count(410)) != (uses, CLIENTS - uses):
            raise Unmet(f"{CLIENTS} x GET /{code} with max_hits {uses} -> expected {uses} x 302, got {statuses}")
        get(f"/links/{code}").must(200, hits=uses, gone=True)


@check(
    "When many ask for the same alias at once, exactly one gets it",
    "Looking whether an alias is free and taking it must be one step that no other thread can enter.",
)
def alias_has_one_winner():
    for _ in range(3):
        name = alias()
        body = json.dumps({"url": URL, "alias": name}).encode()
        statuses = sorted(reply.status for reply in volley(CLIENTS, "POST", "/links", body))
        if statuses != [201] + [409] * (CLIENTS - 1):
            raise Unmet(f"{CLIENTS} x POST /links for one alias -> expected one 201, rest 409, got {statuses}")


@check(
    "A visit does not prolong the life of a link",
    "The end is fixed when the link is made: work it out once, then only compare.",
)
def visits_do_not_prolong():
    code = link(ttl_seconds=0.3)
    time.sleep(0.2)
    get(f"/{code}")
    time.sleep(0.15)
    get(f"/{code}").must(410, error="gone")
    head(f"/{code}").must(410)


@check(
    "An alias is never given out again, and its old link can still be looked at",
    "A link that has gone is not a link that never was. Whoever printed the alias does not want it to lead elsewhere.",
)
def gone_links_keep_their_alias():
    name = link(url=URL, alias=alias(), ttl_seconds=0.05)
    time.sleep(0.1)
    post({"url": "https://example.com/other", "alias": name}).must(409, error="alias_taken")
    get(f"/links/{name}").must(200, url=URL, hits=0, gone=True)


@check(
    "A refusal to redirect is no hit, and a look does not use a link up",
    "Only a GET that was redirected counts, and only what was counted uses the link up.",
)
def refusals_and_looks_are_free():
    code = link(max_hits=1)
    for _ in range(3):
        head(f"/{code}").must(302)
    get(f"/links/{code}").must(200, hits=0, gone=False)
    get(f"/{code}").must(302)
    for ask in (get, head, get):
        ask(f"/{code}").must(410)
    get(f"/links/{code}").must(200, hits=1, gone=True)


@check(
    "The limits of a link hold side by side",
    "A link goes when the first of its limits is reached, and a generous limit must not hide a tight one.",
)
def limits_hold_together():
    worn = link(ttl_seconds=31_536_000, max_hits=1)
    get(f"/{worn}").must(302)
    get(f"/{worn}").must(410, error="gone")
    late = link(ttl_seconds=0.05, max_hits=1_000_000)
    lasting = link(ttl_seconds=900, max_hits=3)
    time.sleep(0.1)
    get(f"/{late}").must(410, error="gone")
    get(f"/{lasting}").must(302)


@check(
    "An alias cannot be a name that the service itself answers on",
    "Which paths exist before anybody has made a link? A link there could never be followed.",
)
def service_names_are_taken():
    for name in ("links", "health"):
        post({"url": URL, "alias": name}).must(409, error="alias_taken")
    get("/health").must(200)


@check(
    "An alias has 3 to 32 of the allowed characters, all of it",
    "Match the alias from its first to its very last character, against the letters you mean and no others.",
)
def aliases_are_judged_whole():
    refuse_all("alias", ("", "ab", "x" * 33, "a/b", "a.b", "a%20b", "abc\n", "\nabc", "abc\x00"), "bad_alias")
    refuse_all("alias", ("ñandú", "１２３４", "٣٣٣", 123, None, True, ["abc"]), "bad_alias")
    for name in (alias()[-3:], alias().ljust(32, "-"), f"-{alias()}_"):
        post({"url": URL, "alias": name}).must(201, code=name)


@check(
    "An alias in other letter case is another alias",
    "Codes are compared as they are. Do not change their case on the way in or out.",
)
def alias_case_counts():
    name = link(alias=alias(), url="https://example.com/first")
    post({"url": "https://example.com/second", "alias": name.swapcase()}).must(201, code=name.swapcase())
    get(f"/{name}").must(302).must_carry("Location", "https://example.com/first")


@check(
    "ttl_seconds is a number above zero and at most a year",
    "true is not a number, text is not a number, and JSON readers let some strange numbers in. Is a bound inclusive?",
)
def odd_lifetimes_are_refused():
    refuse_all("ttl_seconds", (True, False, "60", None, [60], {}), "bad_ttl")
    refuse_all("ttl_seconds", (0, -0.5, 31_536_000.5, 31_536_001, 10**400), "bad_ttl")
    for number in (b"NaN", b"Infinity", b"-Infinity", b"1e999"):
        post(b'{"url": "https://example.com", "ttl_seconds": %s}' % number).must(400)
    for fine in (31_536_000, 60.5, 1):
        link(ttl_seconds=fine)


@check(
    "max_hits is a whole number from one to a million",
    "Half a visit makes no sense, and true is not one. Is a bound inclusive?",
)
def odd_counts_are_refused():
    refuse_all("max_hits", (0, -1, 1.5, True, False, "3", None, [3], 1_000_001, 10**30), "bad_max_hits")
    for fine in (1, 1_000_000):
        link(max_hits=fine)


@check(
    "A refused request leaves nothing behind",
    "Judge the whole request first and store only then.",
)
def refusals_claim_nothing():
    name = alias()
    for fault in ({"ttl_seconds": 0}, {"max_hits": 0}, {"url": "nowhere"}):
        post({"url": URL, "alias": name} | fault).must(400)
    get(f"/links/{name}").must(404, error="not_found")
    post({"url": URL, "alias": name}).must(201, code=name)


@check(
    "The largest body that is allowed is accepted, and one byte more is not",
    "Count bytes, not characters, and check on which side of the bound the limit itself lies.",
)
def body_bound_is_exact():
    largest = json.dumps({"url": "https://example.com/ü"}, ensure_ascii=False).encode().ljust(LARGEST_BODY)
    post(largest).must(201)
    post(largest + b" ").must(413, error="too_large")


@check(
    "A body that is announced as too large is refused before it is sent",
    "The request says how long its body is going to be. You need not read what you will not take.",
)
def announced_bodies_are_refused_at_once():
    for announced in (LARGEST_BODY + 1, 10**9):
        try:
            reply = exchange("POST", "/links", patience=1.5, length=announced)
        except TimeoutError:
            sent = f"POST /links, Content-Length {announced}, no body"
            raise Unmet(f"{sent} -> expected status 413, got no answer in 1.5 s") from None
        reply.must(413, error="too_large")


report()
