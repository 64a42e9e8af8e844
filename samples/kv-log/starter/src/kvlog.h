/* The store: what you write in kvlog.c and what main.c calls.
 *
 * Every function opens the store at `path`, does one thing and returns. A file
 * that does not exist is an empty store. What a store file looks like inside is
 * in FORMAT.md. */
#ifndef KVLOG_H
#define KVLOG_H

#include "bytes.h"

enum {
    KV_KEY_MAX = 255,    /* bytes in a key; it has at least one */
    KV_VALUE_MAX = 65536 /* bytes in a value; it may have none */
};

/* What a function answers, and what the program then exits with. */
enum kv_status {
    KV_OK = 0,
    KV_ABSENT = 1,  /* there is no such key */
    KV_REFUSED = 2, /* this key or value can not be stored; nothing was */
    KV_TODO = 9     /* not implemented yet */
};

/* store: remembers `value` under `key`, by adding one record to the log.
 * Refuses a key that is empty, longer than KV_KEY_MAX or has a newline in it,
 * and a value longer than KV_VALUE_MAX. */
enum kv_status kv_set(const char *path, struct bytes key, struct bytes value);

/* store: finds the value that was last set under `key`. */
enum kv_status kv_get(const char *path, struct bytes key, struct bytes *value);

/* compact: forgets `key`, by adding one record. KV_ABSENT, and nothing is
 * written, when there is no such key. */
enum kv_status kv_del(const char *path, struct bytes key);

/* compact: calls `each` with every key there is, in byte order. */
enum kv_status kv_keys(const char *path, void (*each)(struct bytes key));

/* compact: replaces the log by the shortest one with the same answers. */
enum kv_status kv_compact(const char *path);

/* recover: how much of the log can be trusted. */
struct kv_report {
    size_t records;       /* intact records, counted from the start */
    size_t intact_bytes;  /* the bytes they take */
    size_t damaged_bytes; /* the bytes behind them */
};

enum kv_status kv_verify(const char *path, struct kv_report *report);

#endif
