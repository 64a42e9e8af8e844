#include "kvlog.h"

#include <stdbool.h>
#include <string.h>

#include "crc32.h"
#include "disk.h"

enum { SET = 1, DELETE = 2 };

/* Where the parts of a record are; see FORMAT.md. */
enum { KIND = 4, KEY_SIZE = 5, VALUE_SIZE = 6, HEADER = 10 };

struct record {
    unsigned char kind;
    struct bytes key, value;
    size_t size;
};

/* The keys there are and their values, in the order of their keys. */
struct entry {
    struct bytes key, value;
    struct entry *next;
};

struct log {
    struct bytes file;
    size_t records, intact;
    struct entry *first;
};

static int compare(struct bytes a, struct bytes b)
{
    int order = memcmp(a.data, b.data, a.size < b.size ? a.size : b.size);

    if (order != 0)
        return order;
    return (a.size > b.size) - (a.size < b.size);
}

/* The entry of the key, or else the place where it would be put. */
static struct entry **find(struct entry **at, struct bytes key)
{
    while (*at && compare((*at)->key, key) < 0)
        at = &(*at)->next;
    return at;
}

static bool holds(struct entry **at, struct bytes key)
{
    return *at && compare((*at)->key, key) == 0;
}

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

/* Whether `rest` begins with an intact record. */
static bool decode(struct bytes rest, struct record *record)
{
    const unsigned char *at = rest.data;
    unsigned long long size;

    if (rest.size < HEADER)
        return false;
    size = 0ull + HEADER + at[KEY_SIZE] + read_u32(at + VALUE_SIZE);
    if (rest.size < size)
        return false;
    if (read_u32(at) != crc32(at + KIND, size - KIND))
        return false;
    record->kind = at[KIND];
    record->key = (struct bytes){at + HEADER, at[KEY_SIZE]};
    record->value = (struct bytes){at + HEADER + at[KEY_SIZE], read_u32(at + VALUE_SIZE)};
    record->size = size;
    return true;
}

static void apply(struct log *log, const struct record *record)
{
    struct entry **at = find(&log->first, record->key);

    if (holds(at, record->key))
        *at = (*at)->next;
    if (record->kind == SET) {
        struct entry *entry = need(sizeof *entry);

        *entry = (struct entry){record->key, record->value, *at};
        *at = entry;
    }
}

/* Reads records up to the first that is not intact: that one ends the log. */
static struct log open_log(const char *path)
{
    struct log log = {.file = disk_read(path)};
    struct bytes rest = log.file;
    struct record record;

    while (decode(rest, &record)) {
        apply(&log, &record);
        log.records++;
        rest.data += record.size;
        rest.size -= record.size;
    }
    log.intact = log.file.size - rest.size;
    return log;
}

enum kv_status kv_set(const char *path, struct bytes key, struct bytes value)
{
    if (key.size < 1 || key.size > KV_KEY_MAX || value.size > KV_VALUE_MAX)
        return KV_REFUSED;
    if (memchr(key.data, '\n', key.size))
        return KV_REFUSED;
    disk_write(path, open_log(path).intact, encode(SET, key, value));
    return KV_OK;
}

enum kv_status kv_get(const char *path, struct bytes key, struct bytes *value)
{
    struct log log = open_log(path);
    struct entry **at = find(&log.first, key);

    if (!holds(at, key))
        return KV_ABSENT;
    *value = (*at)->value;
    return KV_OK;
}

enum kv_status kv_del(const char *path, struct bytes key)
{
    struct log log = open_log(path);

    if (!holds(find(&log.first, key), key))
        return KV_ABSENT;
    disk_write(path, log.intact, encode(DELETE, key, bytes_of("")));
    return KV_OK;
}

enum kv_status kv_keys(const char *path, void (*each)(struct bytes key))
{
    struct log log = open_log(path);

    for (struct entry *entry = log.first; entry; entry = entry->next)
        each(entry->key);
    return KV_OK;
}

enum kv_status kv_compact(const char *path)
{
    struct log log = open_log(path);
    struct buffer all = {0};

    if (log.file.size == 0)
        return KV_OK;
    for (struct entry *entry = log.first; entry; entry = entry->next)
        buffer_add(&all, encode(SET, entry->key, entry->value));
    disk_write(path, 0, buffer_bytes(&all));
    return KV_OK;
}

enum kv_status kv_verify(const char *path, struct kv_report *report)
{
    struct log log = open_log(path);

    report->records = log.records;
    report->intact_bytes = log.intact;
    report->damaged_bytes = log.file.size - log.intact;
    return KV_OK;
}
