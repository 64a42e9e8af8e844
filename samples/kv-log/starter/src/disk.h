/* The few things kvlog does to files. Given; nothing to change here.
 *
 * Each function either succeeds or ends the program: it prints the reason on
 * standard error and exits with status 3. So there is no error to check. */
#ifndef DISK_H
#define DISK_H

#include "bytes.h"

/* The whole file. A file that does not exist reads as no bytes at all, and is
 * not created. */
struct bytes disk_read(const char *path);

/* Cuts the file down to its first `keep` bytes and writes `more` behind them.
 * Creates the file when it does not exist. When this returns, the bytes are on
 * the disk and not merely on their way to it (that is what fsync is for). */
void disk_write(const char *path, size_t keep, struct bytes more);

/* Gives the file `from` the name `to`. Whatever had that name is replaced in
 * one step: at every moment `to` is the whole old file or the whole new one. */
void disk_rename(const char *from, const char *to);

/* The name of a file beside `path`: disk_beside("a/b", ".tmp") is "a/b.tmp". */
const char *disk_beside(const char *path, const char *suffix);

#endif
