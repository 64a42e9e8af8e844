#include "wrap.hpp"

#include <sstream>

std::vector<std::string> wrap(const std::string &text, std::size_t) {
    std::istringstream words(text);
    std::vector<std::string> lines;
    std::string word;
    while (words >> word) {
        lines.push_back(word);
    }
    return lines;
}
