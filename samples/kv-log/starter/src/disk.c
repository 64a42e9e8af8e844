#include "disk.h"

#include <errno.h>
#include <fcntl.h>
#include <libgen.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static _Noreturn void fail(const char *path)
{
    fprintf(stderr, "kvlog: %s: %s\n", path, strerror(errno));
    exit(3);
}

struct bytes disk_read(const char *path)
{
    unsigned char chunk[65536];
    struct buffer all = {0};
    ssize_t got;
    int file = open(path, O_RDONLY);

    if (file < 0 && errno == ENOENT)
        return bytes_of("");
    if (file < 0)
        fail(path);
    while ((got = read(file, chunk, sizeof chunk)) > 0)
        buffer_add(&all, (struct bytes){chunk, (size_t)got});
    if (got < 0)
        fail(path);
    close(file);
    return buffer_bytes(&all);
}

void disk_write(const char *path, size_t keep, struct bytes more)
{
    int file = open(path, O_WRONLY | O_CREAT, 0666);

    if (file < 0 || ftruncate(file, (off_t)keep) != 0 ||
        lseek(file, 0, SEEK_END) < 0)
        fail(path);
    while (more.size) {
        ssize_t put = write(file, more.data, more.size);

        if (put < 0)
            fail(path);
        more.data += put;
        more.size -= (size_t)put;
    }
    if (fsync(file) != 0 || close(file) != 0)
        fail(path);
}

void disk_rename(const char *from, const char *to)
{
    int folder;

    if (rename(from, to) != 0)
        fail(to);
    /* The new name is an entry of the folder, so the folder is what has to
     * reach the disk. Some file systems refuse that; there is no more to do. */
    folder = open(dirname((char *)disk_beside(to, "")), O_RDONLY);
    if (folder >= 0) {
        fsync(folder);
        close(folder);
    }
}

const char *disk_beside(const char *path, const char *suffix)
{
    char *name = need(strlen(path) + strlen(suffix) + 1);

    strcpy(name, path);
    return strcat(name, suffix);
}
