#include "hail.hpp"
#include "table.hpp"

#include <cstdlib>
#include <iostream>

int main(int count, char **arguments) {
    if (count != 3) {
        std::cerr << "usage: hail FROM TO\n";
        return 2;
    }
    const auto found = longest(std::strtoul(arguments[1], nullptr, 10), std::strtoul(arguments[2], nullptr, 10));
    if (!found) {
        std::cerr << "no such range\n";
        return 2;
    }
    std::cout << *found << ' ' << table[*found] << '\n';
}
