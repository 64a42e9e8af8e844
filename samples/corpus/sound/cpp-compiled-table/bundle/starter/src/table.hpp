#pragma once
#include <array>
#include <cstddef>
#include <cstdint>

// The steps that it takes from a number to 1, for every number from 1 to table_size - 1.
inline constexpr std::size_t table_size = 160000;
extern const std::array<std::uint16_t, table_size> table;
