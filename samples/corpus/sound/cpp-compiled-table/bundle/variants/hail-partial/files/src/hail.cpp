#include "hail.hpp"

#include "table.hpp"

std::optional<std::size_t> longest(std::size_t first, std::size_t last) {
    std::size_t best = first;
    for (std::size_t n = first; n <= last && n < table_size; ++n)
        if (table[n] > table[best])
            best = n;
    return best;
}
