#include "kvlog.h"

#include <string.h>

#include "crc32.h"
#include "disk.h"

enum { SET = 1 };
enum { KIND = 4, KEY_SIZE = 5, VALUE_SIZE = 6, HEADER = 10 };

static struct bytes encode(int kind, struct bytes key, struct bytes value)
{
    size_t size = HEADER + key.size + value.size;
    unsigned char *record = need(size);

    record[KIND] = (unsigned char)kind;
    record[KEY_SIZE] = (unsigned char)key.size;
    write_u32(record + VALUE_SIZE, (uint32_t)value.size);
    memcpy(record + HEADER, key.data, key.size);
    memcpy(record + HEADER + key.size, value.data, value.size);
    write_u32(record, crc32(record + KIND, size - KIND));
    return (struct bytes){record, size};
}

enum kv_status kv_set(const char *path, struct bytes key, struct bytes value)
{
    if (key.size == 0 || key.size > KV_KEY_MAX || value.size > KV_VALUE_MAX)
        return KV_REFUSED;
    if (memchr(key.data, '\n', key.size))
        return KV_REFUSED;
    disk_write(path, disk_read(path).size, encode(SET, key, value));
    return KV_OK;
}

/* Trusts the file: each record is where the one before it says. */
enum kv_status kv_get(const char *path, struct bytes key, struct bytes *value)
{
    struct bytes file = disk_read(path);
    enum kv_status status = KV_ABSENT;
    size_t at = 0;

    while (at + HEADER < file.size) {
        const unsigned char *record = file.data + at;
        size_t key_size = record[KEY_SIZE];
        size_t value_size = read_u32(record + VALUE_SIZE);

        if (key_size == key.size && memcmp(record + HEADER, key.data, key.size) == 0) {
            *value = (struct bytes){record + HEADER + key_size, value_size};
            status = KV_OK;
        }
        at += HEADER + key_size + value_size;
    }
    return status;
}

enum kv_status kv_del(const char *path, struct bytes key)
{
    (void)path, (void)key;
    return KV_TODO;
}

enum kv_status kv_keys(const char *path, void (*each)(struct bytes key))
{
    (void)path, (void)each;
    return KV_TODO;
}

enum kv_status kv_compact(const char *path)
{
    (void)path;
    return KV_TODO;
}

enum kv_status kv_verify(const char *path, struct kv_report *report)
{
    (void)path, (void)report;
    return KV_TODO;
}
