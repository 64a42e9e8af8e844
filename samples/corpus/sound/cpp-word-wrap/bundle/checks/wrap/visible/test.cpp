// A unit test without a framework: every test is a name, a call and the lines it must give.
#include "wrap.hpp"

#include <fstream>
#include <iostream>

using Lines = std::vector<std::string>;

struct Test {
    const char *name;
    Lines actual, wanted;
};

static std::string shown(const Lines &lines) {
    std::string text;
    for (const auto &line : lines)
        text += "[" + line + "]";
    return text;
}

int main(int, char **arguments) {
    const Test tests[] = {
        {"one_word", wrap("hello", 10), {"hello"}},
        {"two_words", wrap("hello world", 20), {"hello world"}},
        {"two_lines", wrap("hello world", 6), {"hello", "world"}},
        {"exact_fit", wrap("to be or not", 8), {"to be or", "not"}},
        {"long_word", wrap("antidisestablishmentarianism", 4), {"antidisestablishmentarianism"}},
    };
    std::ofstream report(arguments[1]);
    int failures = 0;
    report << "<testsuite name=\"wrap\">\n";
    for (const auto &test : tests) {
        report << "<testcase classname=\"wrap\" name=\"" << test.name << "\">";
        if (test.actual != test.wanted) {
            ++failures;
            report << "<failure message=\"wanted " << shown(test.wanted) << ", got " << shown(test.actual) << "\"/>";
            std::cerr << test.name << ": wanted " << shown(test.wanted) << ", got " << shown(test.actual) << '\n';
        }
        report << "</testcase>\n";
    }
    report << "</testsuite>\n";
    return failures == 0 ? 0 : 1;
}
