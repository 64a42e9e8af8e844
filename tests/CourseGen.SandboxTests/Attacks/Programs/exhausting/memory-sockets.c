// tries: "to take memory of the kernel: full sockets that nobody reads"
// side: both
// ending: over memory
// limits: {memory_mb: 32, open_files: 512}
// intact: [host]
// without: [memory_group]
#include "attack.h"
int main(void) {
    tried();
    static char block[65536];
    int size = 1 << 22;
    long total = 0;
    for (int count = 0; count < 100; count++) {
        int pair[2];
        if (socketpair(AF_UNIX, SOCK_STREAM, 0, pair) < 0) break;
        setsockopt(pair[0], SOL_SOCKET, SO_SNDBUF, &size, sizeof size);
        fcntl(pair[0], F_SETFL, O_NONBLOCK);
        for (long got; (got = write(pair[0], block, sizeof block)) > 0;) total += got;
    }
    char line[64];
    snprintf(line, sizeof line, "%ld bytes in sockets\n", total);
    say(line);
    if (total > 32 << 20) escaped("more than the memory of the box");
}
