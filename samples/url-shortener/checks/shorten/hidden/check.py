import random

from suite import Unmet, check, report
from wire import get, link, post

REAL_URLS = [
    "HTTPS://EXAMPLE.COM/Shouting",
    "http://localhost:8080",
    "http://[::1]:9000/ipv6",
    "https://user:secret@example.com/?q=a+b&q=c%20d#part-2",
    "https://example.com/a%2Fb/%E2%98%83/../c//d;v=1",
    "https://example.com/straße/雪?q=ñ#ü",
    'https://example.com/quotes?a="b"&c=\'d\'|^`{}\\',
    "https://example.com/" + "x" * 2028,
]
NOT_WEB_URLS = [
    "httpx://example.com", "http:example.com", "https:/example.com", "http//example.com", "//example.com",
    "example.com", "javascript:alert(1)//https://example.com", "mailto:http@example.com",
    "data:text/html,http://example.com",
    "http://", "https://?q=1", "http:///path", "http://:80/", "https://user@/", "http://[::1",
    " https://example.com", "https://example.com ", "https://exam ple.com", "https://example.com/a b", "",
    "https://example.com/\r\nSet-Cookie: a=b", "https://example.com/\t", "https://exa\nmple.com",
    "\x00https://example.com", "https://example.com/\x7f", "https://example.com/\u200b", "https://example.com/\u2028",
    "https://example.com/\ud800",
    "https://example.com/" + "x" * 2029,
]
NOT_OBJECTS = [
    b"", b" ", b"null", b"true", b"17", b"[]", b'"https://example.com"', b'["url", "https://example.com"]',
    b"url=https%3A%2F%2Fexample.com", b"{'url': 'https://example.com'}", b'{"url": "https://example.com"',
    b'{"url": "https://example.com"}}', b'{"url": "https://example.com/\xff"}', b"[" * 6000, b'{"url":' * 2000,
]


@check(
    "Every web URL comes back character for character",
    "Store the URL exactly as it was sent. Parse it to judge it, but do not hand out what the parser made of it.",
)
def urls_round_trip():
    dice = random.Random(20)
    letters = "abcXYZ019-._~%41/?#[]@!$&()*+,;=:é漢"
    invented = [f"http://h{n}.example/" + "".join(dice.choices(letters, k=dice.randint(1, 90))) for n in range(20)]
    codes = {url: post({"url": url}).must(201, url=url).field("code") for url in REAL_URLS + invented}
    for url, code in codes.items():
        get(f"/links/{code}").must(200, url=url, code=code)


@check(
    "Codes are eight URL-safe characters, and no two links share one",
    "Make the code from a random source with enough characters to choose from, and check that it is still free.",
)
def codes_never_repeat():
    codes = [link(url=f"https://example.com/{number}") for number in range(50)]
    safe = set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")
    odd = [code for code in codes if len(code) != 8 or not set(code) <= safe]
    if odd or len(set(codes)) < len(codes):
        raise Unmet(f"50 links got {len(set(codes))} different codes, badly formed ones: {odd[:5]}")


@check(
    "A code tells nothing about the links made before and after it",
    "Counters and clocks can be guessed. The standard library has a module made for secrets.",
)
def codes_cannot_be_guessed():
    codes = [link() for _ in range(32)]
    variety = [len({code[place] for code in codes}) for place in range(min(map(len, codes)))]
    if min(variety) < 6 or codes in (sorted(codes), sorted(codes, reverse=True)):
        raise Unmet(f"codes follow a pattern; different characters by position: {variety}; codes: {codes[:4]}...")


@check(
    "Shortening the same URL again makes another link",
    "Two people may shorten the same page and want their own counts: the code must not be derived from the URL.",
)
def same_url_makes_new_links():
    codes = {link(url="https://example.com/popular") for _ in range(4)}
    if len(codes) < 4:
        raise Unmet(f"POST /links four times with the same url -> expected 4 codes, got {sorted(codes)}")


@check(
    "The answer to a new link says where to read it",
    "A 201 names the new thing in its Location header; here that is /links/ and the code. Bodies are JSON and say so.",
)
def creation_names_the_link():
    made = post({"url": "https://example.com/new"}).must(201)
    address = f"/links/{made.field('code')}"
    made.must_carry("Location", address).must_carry("Content-Type", "application/json")
    read = get(address).must(200).must_carry("Content-Type", "application/json")
    read.demand(read.fields() == made.fields(), f"the same object as at creation, {made.fields()}")


@check(
    "Anything that is not a whole, clean http or https URL is refused",
    "A prefix test is not enough. Which scheme, which host, which characters? And what can the parser itself raise?",
)
def disguised_urls_are_refused():
    for url in NOT_WEB_URLS:
        post({"url": url}).must(400, error="bad_url")


@check(
    "A url that is not text is refused",
    "JSON has numbers, lists, objects, true and null as well. Look at the type before you use the value.",
)
def urls_of_other_types_are_refused():
    for url in (None, True, 0, 80, 1.5, [], ["https://example.com"], {}, {"url": "https://example.com"}):
        post({"url": url}).must(400, error="bad_url")


@check(
    "Whatever the body is, if it is no JSON object the answer is a 400",
    "Bytes may be no text, text no JSON, JSON no object, and some JSON is built to exhaust a parser.",
)
def odd_bodies_are_refused():
    for body in NOT_OBJECTS:
        post(body).must(400, error="bad_json")


@check(
    "Only the exact code finds a link",
    "Look codes up as they are: no trimming, no change of case, no nearest match. Everything else is a 404.",
)
def near_misses_are_404():
    code = link()
    neighbours = [code[:-1], code[1:], f"{code}A", f"{code}%20", f"%20{code}", f"{code}/", f"..%2F{code}"]
    misses = neighbours + ["%00", "%FF", "0" * 4000]
    for miss in misses + [other for other in (code.swapcase(), code[::-1]) if other != code]:
        get(f"/links/{miss}").must(404, error="not_found")


report()
