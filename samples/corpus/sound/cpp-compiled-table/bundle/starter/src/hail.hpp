#pragma once
#include <cstddef>
#include <optional>

// The number from `first` to `last` that takes the most steps; the smallest of several. Nothing for a range that is
// empty or not in the table.
std::optional<std::size_t> longest(std::size_t first, std::size_t last);
