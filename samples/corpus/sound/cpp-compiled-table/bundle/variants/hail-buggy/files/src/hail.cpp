#include "hail.hpp"

#include "table.hpp"

std::optional<std::size_t> longest(std::size_t first, std::size_t last) {
    if (first < 1 || last < first || last >= table_size)
        return std::nullopt;
    std::size_t best = first;
    for (std::size_t n = first; n <= last; ++n)
        if (table[n] >= table[best])
            best = n;
    return best;
}
