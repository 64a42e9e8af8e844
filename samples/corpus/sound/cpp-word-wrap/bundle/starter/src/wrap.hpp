#pragma once
#include <cstddef>
#include <string>
#include <vector>

// Breaks a text into lines of at most `width` characters, each with as many words as fit.
// Words are what stands between blanks, tabs and line ends; in a line one blank separates them.
// A word longer than the width has a line of its own. A text without words has no lines.
std::vector<std::string> wrap(const std::string &text, std::size_t width);
