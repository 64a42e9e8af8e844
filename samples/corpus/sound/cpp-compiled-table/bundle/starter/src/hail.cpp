#include "hail.hpp"

std::optional<std::size_t> longest(std::size_t first, std::size_t) {
    return first;
}
