#include "table.hpp"

static constexpr std::array<std::uint16_t, table_size> counted() {
    std::array<std::uint16_t, table_size> steps{};
    for (std::size_t start = 1; start < table_size; ++start) {
        std::uint16_t count = 0;
        for (std::uint64_t n = start; n != 1; ++count)
            n = n % 2 == 0 ? n / 2 : 3 * n + 1;
        steps[start] = count;
    }
    return steps;
}

constexpr std::array<std::uint16_t, table_size> table = counted();
