// tries: "to take more memory than it may with many processes that each take little"
// side: both
// ending: over memory
// limits: {memory_mb: 64}
// intact: [host, checker]
// without: [memory_group]
#include "attack.h"
int main(void) {
    tried();
    int done[2];
    pipe(done);
    for (int count = 0; count < 8; count++) {
        if (fork() == 0) {
            memset(malloc(20 << 20), 1, 20 << 20);
            write(done[1], "x", 1);
            sleep(10);
            _exit(0);
        }
    }
    char byte;
    for (int count = 0; count < 8; count++) {
        int status;
        if (waitpid(-1, &status, WNOHANG) > 0) return 1;
        struct timeval wait = {3, 0};
        fd_set ready;
        FD_ZERO(&ready);
        FD_SET(done[0], &ready);
        if (select(done[0] + 1, &ready, 0, 0, &wait) < 1) return 1;
        read(done[0], &byte, 1);
    }
    escaped("took 160 MB");
    kill(0, SIGKILL);
}
