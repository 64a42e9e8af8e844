/* The command line: reads the arguments, calls kvlog.c, prints the answer.
 * Given; nothing to change here. */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "kvlog.h"

static const char usage[] =
    "usage: kvlog FILE set KEY VALUE    remember VALUE; with - it is read from standard input\n"
    "       kvlog FILE get KEY          print the value; exit 1 when there is none\n"
    "       kvlog FILE del KEY          forget the key; exit 1 when there is none\n"
    "       kvlog FILE keys             print all keys, one a line, in byte order\n"
    "       kvlog FILE compact          make the file as small as it can be\n"
    "       kvlog FILE verify           report how much of the file is intact; exit 1 on damage\n";

/* One byte more than a value may have is enough to see that it is too long.
 * What comes behind it is read all the same, so that the writer is not cut off. */
static struct bytes read_value(void)
{
    static unsigned char value[KV_VALUE_MAX + 2], rest[4096];
    size_t size = fread(value, 1, KV_VALUE_MAX + 1, stdin);

    while (fread(rest, 1, sizeof rest, stdin) > 0)
        ;
    return (struct bytes){value, size};
}

static void print_value(struct bytes value)
{
    fwrite(value.data, 1, value.size, stdout);
    /* Exactly the value for a program, a tidy prompt for a person. */
    if (isatty(STDOUT_FILENO))
        putchar('\n');
}

static void print_key(struct bytes key)
{
    fwrite(key.data, 1, key.size, stdout);
    putchar('\n');
}

static enum kv_status get(const char *path, struct bytes key)
{
    struct bytes value = {0};
    enum kv_status status = kv_get(path, key, &value);

    if (status == KV_OK)
        print_value(value);
    return status;
}

/* Status 1 means "no such key" for the other commands, and "damaged" here. */
static int verify(const char *path)
{
    struct kv_report report = {0};
    enum kv_status status = kv_verify(path, &report);

    if (status != KV_OK)
        return status;
    printf("records %zu, intact bytes %zu, damaged bytes %zu\n",
           report.records, report.intact_bytes, report.damaged_bytes);
    return report.damaged_bytes > 0;
}

static int explain(int status, const char *command)
{
    if (status == KV_TODO)
        fprintf(stderr, "kvlog: %s is not implemented yet\n", command);
    if (status == KV_REFUSED)
        fprintf(stderr, "kvlog: refused: a key is 1 to %d bytes without a newline, "
                        "a value at most %d bytes\n", KV_KEY_MAX, KV_VALUE_MAX);
    if (fflush(stdout) != 0) {
        perror("kvlog: standard output");
        return 3;
    }
    return status;
}

static int is(const char *command, const char *name, int count, int wanted)
{
    return count == wanted && strcmp(command, name) == 0;
}

int main(int count, char **arguments)
{
    const char *path = count > 2 ? arguments[1] : "";
    const char *command = count > 2 ? arguments[2] : "";
    struct bytes key = bytes_of(count > 3 ? arguments[3] : "");
    const char *value = count > 4 ? arguments[4] : "";
    int status;

    if (is(command, "set", count, 5))
        status = kv_set(path, key, strcmp(value, "-") ? bytes_of(value) : read_value());
    else if (is(command, "get", count, 4))
        status = get(path, key);
    else if (is(command, "del", count, 4))
        status = kv_del(path, key);
    else if (is(command, "keys", count, 3))
        status = kv_keys(path, print_key);
    else if (is(command, "compact", count, 3))
        status = kv_compact(path);
    else if (is(command, "verify", count, 3))
        status = verify(path);
    else {
        fputs(usage, stderr);
        return KV_REFUSED;
    }
    return explain(status, command);
}
