import random

from suite import Unmet, check, report
from wire import get, head, link

@check(
    "A HEAD request is answered like a GET and is no hit",
    "Chat programs ask with HEAD for a preview. They want the same status and headers, but nobody has visited.",
)
def head_is_no_hit():
    code = link(url="https://example.com/preview")
    for _ in range(3):
        look = head(f"/{code}").must(302).must_carry("Location", "https://example.com/preview")
        look.demand(not look.body, "no body")
    get(f"/links/{code}").must(200, hits=0)
    get(f"/{code}").must(302)
    head(f"/{code}").must(302)
    get(f"/links/{code}").must(200, hits=1)


@check(
    "Location is what was shortened, character for character, as long as it is ASCII",
    "Nothing that is ASCII already needs encoding, and what is encoded already must not be encoded again.",
)
def ascii_locations_are_exact():
    dice = random.Random(302)
    letters = "".join(map(chr, range(33, 127)))
    urls = [f"https://example.com/{n}/" + "".join(dice.choices(letters, k=40)) for n in range(12)]
    for url in urls + ["https://example.com/100%25/a%2Fb?next=http%3A%2F%2Fx%2F#%C3%A9", "HTTP://EXAMPLE.com:80/?"]:
        get(f"/{link(url=url)}").must(302).must_carry("Location", url)


@check(
    "A URL in any script leads to a Location that is ASCII",
    "Headers carry ASCII. Percent-encode the UTF-8 bytes of every other character, in Location only.",
)
def foreign_scripts_are_encoded():
    expected = {
        "https://example.com/café": "https://example.com/caf%C3%A9",
        "https://example.com/雪?q=ü&r=%C3%BC#ж": "https://example.com/%E9%9B%AA?q=%C3%BC&r=%C3%BC#%D0%B6",
        "https://example.com/🎈|ok": "https://example.com/%F0%9F%8E%88|ok",
    }
    for url, location in expected.items():
        code = link(url=url)
        get(f"/{code}").must(302).must_carry("Location", location)
        get(f"/links/{code}").must(200, url=url, hits=1)


@check(
    "Browsers are told not to remember the redirect",
    "A visit that is answered from a cache never reaches you. Which header forbids keeping a copy?",
)
def redirects_are_not_stored():
    code = link()
    for visit in (get(f"/{code}"), head(f"/{code}")):
        visit.must(302).must_carry("Cache-Control", "no-store")


@check(
    "Looking at a link, or asking for it wrongly, is no hit",
    "Only a GET that was redirected counts. Where in your code is the count raised?",
)
def looking_is_no_hit():
    code = link()
    for _ in range(5):
        get(f"/links/{code}").must(200, hits=0)
        get(f"/{code}/").must(404)
    get(f"/{code}?utm_source=newsletter").must(302)
    get(f"/links/{code}").must(200, hits=1)


@check(
    "Hits belong to one link each, however mixed the traffic is",
    "Keep the count with the link and not with its URL, its client or the process.",
)
def hits_do_not_mix():
    dice = random.Random(7)
    codes = [link(url="https://example.com/shared") for _ in range(6)]
    visits = dice.choices(codes, weights=range(1, 7), k=40)
    for code in visits:
        get(f"/{code}").must(302)
    counted = [get(f"/links/{code}").must(200).field("hits") for code in codes]
    if counted != [visits.count(code) for code in codes]:
        raise Unmet(f"40 visits to 6 links -> expected {[visits.count(code) for code in codes]}, got {counted}")


@check(
    "A code that nobody made is a 404 for every visitor",
    "HEAD and GET agree, and a miss makes nothing: asking twice gives the same answer.",
)
def misses_stay_misses():
    stranger = link()[::-1] + "-x"
    for ask in (get, head, get):
        ask(f"/{stranger}").must(404)
    for target in (f"/{stranger}", f"/links/{stranger}", "/links"):
        get(target).must(404, error="not_found")


report()
