// tries: "to take memory as segments that stay when their makers end"
// side: both
// ending: over memory
// limits: {memory_mb: 48}
// intact: [host, next_run]
// without: [memory_group]
#include "attack.h"
#include <sys/shm.h>
int main(void) {
    tried();
    for (int count = 0; count < 50; count++) {
        int id = shmget(IPC_PRIVATE, 4 << 20, 0600 | IPC_CREAT);
        char *block = shmat(id, 0, 0);
        if (block == (void *)-1) return 1;
        memset(block, 1, 4 << 20);
    }
    escaped("took 200 MB");
}
