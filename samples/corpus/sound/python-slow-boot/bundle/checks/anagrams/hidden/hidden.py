import json
import os
import urllib.error
import urllib.request

tests = []


def ask(question):
    try:
        with urllib.request.urlopen(f"{os.environ['BASE_URL']}/anagrams/{question}", timeout=5) as answer:
            return json.load(answer)
    except urllib.error.HTTPError as refusal:
        return refusal.code
    except OSError as problem:
        return repr(problem)


def check(name, title, *expected):
    problems = [f"{question}: expected {wanted}, got {got}" for question, wanted in expected if (got := ask(question)) != wanted]
    status = "failed" if problems else "passed"
    tests.append({"id": name, "title": title, "status": status, "message": "; ".join(problems), "diagnostics": []})


check("finds_all", "all words are found, in order", ("tonse", ["notes", "onset", "seton", "stone", "tones"]))
check("each_letter_as_often", "each letter counts as often as it is there", ("aappl", ["papal"]), ("ealpp", ["apple"]), ("seatt", ["state", "taste", "tates"]))
check("finds_none", "there may be no word at all", ("zzz", []), ("ston", []), ("stones", []))
check("not_the_question", "the question is not an answer", ("silent", ["enlist", "inlets", "listen", "tinsel"]), ("level", []))
check("capitals_do_not_matter", "capitals are letters like all others", ("TonSE", ["notes", "onset", "seton", "stone", "tones"]), ("GRAB", ["brag", "garb"]))
check("refuses_signs", "signs are no letters", ("st-one", 400), ("stone!", 400), ("0", 400))
with open(os.environ["COURSEGEN_REPORT"], "w", encoding="utf-8") as report:
    json.dump({"tests": tests}, report)
raise SystemExit(any(test["status"] != "passed" for test in tests))
