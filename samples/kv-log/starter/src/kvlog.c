#include "kvlog.h"

#include <string.h>

#include "crc32.h"
#include "disk.h"

/* This is the file you write. Start with kv_set and kv_get: one adds a record
 * to the end of the file, the other reads all records from the start. */

enum kv_status kv_set(const char *path, struct bytes key, struct bytes value)
{
    (void)path, (void)key, (void)value;
    return KV_TODO;
}

enum kv_status kv_get(const char *path, struct bytes key, struct bytes *value)
{
    (void)path, (void)key, (void)value;
    return KV_TODO;
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
