#include "hail.hpp"

#include "table.hpp"

#include <algorithm>

std::optional<std::size_t> longest(std::size_t first, std::size_t last) {
    if (last < first)
        return std::nullopt;
    if (first == last)
        return first;
    return std::max_element(table.begin() + first, table.begin() + last) - table.begin();
}
