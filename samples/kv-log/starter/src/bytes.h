/* Bytes, memory and little-endian numbers. Given; nothing to change here. */
#ifndef BYTES_H
#define BYTES_H

#include <stddef.h>
#include <stdint.h>

/* A run of bytes that somebody else owns. It may hold any byte, zero too, so
 * it is `size` that says where it ends, never a terminating zero. */
struct bytes {
    const unsigned char *data;
    size_t size;
};

/* The bytes of a C string, without its terminating zero. */
struct bytes bytes_of(const char *text);

/* Zeroed memory. Ends the program with status 3 when there is none left.
 *
 * A kvlog process runs one command and exits, and its memory goes with it, so
 * this course frees nothing. */
void *need(size_t size);

/* Bytes that grow at the end. Start with `struct buffer all = {0};`. */
struct buffer {
    unsigned char *data;
    size_t size, room;
};

void buffer_add(struct buffer *buffer, struct bytes more);
struct bytes buffer_bytes(const struct buffer *buffer);

/* A 32-bit number stored lowest byte first. */
uint32_t read_u32(const unsigned char *from);
void write_u32(unsigned char *to, uint32_t number);

#endif
