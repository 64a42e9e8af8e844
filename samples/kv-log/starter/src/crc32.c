#include "crc32.h"

uint32_t crc32(const unsigned char *data, size_t size)
{
    uint32_t crc = 0xffffffffu;

    while (size--) {
        crc ^= *data++;
        for (int bit = 0; bit < 8; bit++)
            crc = crc >> 1 ^ (crc & 1 ? 0xedb88320u : 0);
    }
    return ~crc;
}
