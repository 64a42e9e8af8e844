#include "wrap.hpp"

#include <sstream>

std::vector<std::string> wrap(const std::string &text, std::size_t width) {
    std::istringstream words(text);
    std::vector<std::string> lines;
    std::string word;
    while (words >> word) {
        if (!lines.empty() && lines.back().size() + word.size() < width)
            lines.back() += " " + word;
        else
            lines.push_back(word);
    }
    return lines;
}
