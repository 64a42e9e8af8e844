#include "bytes.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct bytes bytes_of(const char *text)
{
    return (struct bytes){(const unsigned char *)text, strlen(text)};
}

void *need(size_t size)
{
    void *memory = calloc(size ? size : 1, 1);

    if (!memory) {
        fprintf(stderr, "kvlog: out of memory\n");
        exit(3);
    }
    return memory;
}

void buffer_add(struct buffer *buffer, struct bytes more)
{
    if (buffer->room - buffer->size < more.size) {
        size_t room = 2 * buffer->room + more.size;
        unsigned char *data = need(room);

        if (buffer->size)
            memcpy(data, buffer->data, buffer->size);
        free(buffer->data);
        buffer->data = data;
        buffer->room = room;
    }
    if (more.size)
        memcpy(buffer->data + buffer->size, more.data, more.size);
    buffer->size += more.size;
}

struct bytes buffer_bytes(const struct buffer *buffer)
{
    if (!buffer->data)
        return bytes_of("");
    return (struct bytes){buffer->data, buffer->size};
}

uint32_t read_u32(const unsigned char *from)
{
    return (uint32_t)from[0] | (uint32_t)from[1] << 8 |
           (uint32_t)from[2] << 16 | (uint32_t)from[3] << 24;
}

void write_u32(unsigned char *to, uint32_t number)
{
    for (int i = 0; i < 4; i++)
        to[i] = (unsigned char)(number >> (8 * i));
}
