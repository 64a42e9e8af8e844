"""Loads durations.py and tries its functions. Writes JUnit XML where $COURSEGEN_REPORT says."""

import os
import sys
import unittest
from xml.etree import ElementTree

sys.path.insert(0, os.environ.get("COURSEGEN_WORKSPACE", os.getcwd()))
import durations


class Parse(unittest.TestCase):
    def test_minutes(self):
        self.assertEqual(durations.parse("5m"), 300)

    def test_hours_and_minutes(self):
        self.assertEqual(durations.parse("1h30m"), 5400)


class Show(unittest.TestCase):
    def test_minutes(self):
        self.assertEqual(durations.show(300), "5m")

    def test_mixed(self):
        self.assertEqual(durations.show(5430), "1h30m30s")


class Report(unittest.TextTestResult):
    """What unittest prints, and one XML element for each test."""

    def __init__(self, *settings):
        super().__init__(*settings)
        self.suite = ElementTree.Element("testsuite")

    def add(self, test, kind="", message=""):
        case = ElementTree.SubElement(self.suite, "testcase", classname=type(test).__name__, name=test._testMethodName)
        if kind:
            ElementTree.SubElement(case, kind, message=message)

    def addSuccess(self, test):
        super().addSuccess(test)
        self.add(test)

    def addFailure(self, test, problem):
        super().addFailure(test, problem)
        self.add(test, "failure", str(problem[1]))

    def addError(self, test, problem):
        super().addError(test, problem)
        self.add(test, "error", repr(problem[1]))


if __name__ == "__main__":
    tests = unittest.defaultTestLoader.loadTestsFromModule(sys.modules["__main__"])
    result = unittest.TextTestRunner(resultclass=Report).run(tests)
    if path := os.environ.get("COURSEGEN_REPORT"):
        ElementTree.ElementTree(result.suite).write(path, encoding="utf-8", xml_declaration=True)
    sys.exit(not result.wasSuccessful())
