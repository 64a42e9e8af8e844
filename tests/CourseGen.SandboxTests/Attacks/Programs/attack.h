// What the attacks in C have in common. TRIED says that the attempt was made; ESCAPED that it succeeded.
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <linux/limits.h>
#include <netinet/in.h>
#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static void say(const char *text) {
    if (write(1, text, strlen(text)) < 0) _exit(3);
}

static void tried(void) { say("TRIED\n"); }

static void escaped(const char *what) {
    char line[512];
    snprintf(line, sizeof line, "ESCAPED %s\n", what);
    say(line);
}

// Says how a call was answered: the name of the call with 0 or its error number.
static int told(const char *what, long result) {
    char line[256];
    snprintf(line, sizeof line, "%s: %s\n", what, result < 0 ? strerrorname_np(errno) : "done");
    say(line);
    return result >= 0;
}

// A call that must be refused.
static void refused(const char *what, long result) {
    if (told(what, result)) escaped(what);
}

static const char *variable(const char *name) {
    const char *value = getenv(name);
    return value ? value : "";
}
