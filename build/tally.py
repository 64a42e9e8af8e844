#!/usr/bin/env python3
"""Sums up the reports of a test run: tally.py FOLDER PROJECT...

Each project has left FOLDER/PROJECT.xml. What failed is told with its message; the last line is "N passed, N failed".
The exit status is 0 only if something passed and nothing failed.
"""
import os
import sys
import xml.etree.ElementTree as xml

LONGEST = 900  # characters of one message: one of its kind can be a whole page


def tally(report):
    """Tells what failed in a report, and returns how many tests passed and how many did not."""
    passed = failed = 0
    for assembly in xml.parse(report).getroot().iter("assembly"):
        passed += int(assembly.get("passed", 0))
        # A skipped test is a defect here, so it counts as one.
        failed += sum(int(assembly.get(kind, 0)) for kind in ("failed", "errors", "skipped"))
        for test in assembly.iter("test"):
            if test.get("result") in ("Fail", "Skip"):
                tell(test.get("name"), test)
        for error in assembly.iter("error"):
            tell(error.get("name") or error.get("type"), error)
    return passed, failed


def tell(name, element):
    words = "\n".join(part.strip() for part in element.itertext() if part.strip())
    print(f"failed: {name}\n    " + words[:LONGEST].replace("\n", "\n    "))


def main(folder, *projects):
    passed = failed = 0
    for project in projects:
        try:
            counts = tally(os.path.join(folder, f"{project}.xml"))
        except (OSError, xml.ParseError) as broken:
            print(f"failed: {project} ended without a report: {broken}")
            counts = (0, 1)
        passed, failed = passed + counts[0], failed + counts[1]
    print(f"{passed} passed, {failed} failed")
    return 0 if passed and not failed else 1


sys.exit(main(*sys.argv[1:]))
