#include "wrap.hpp"

#include <cstdlib>
#include <iostream>
#include <iterator>

int main(int count, char **arguments) {
    if (count != 2 || std::atoi(arguments[1]) < 1) {
        std::cerr << "usage: wrap WIDTH\n";
        return 2;
    }
    const std::string text{std::istreambuf_iterator<char>(std::cin), {}};
    for (const auto &line : wrap(text, std::atoi(arguments[1])))
        std::cout << line << '\n';
}
