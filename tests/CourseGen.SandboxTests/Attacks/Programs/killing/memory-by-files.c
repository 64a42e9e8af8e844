// tries: "to fill the memory with files in the shared folder, so that the kernel ends the checker"
// side: called
// limits: {memory_mb: 64, disk_mb: 48}
// intact: [checker, verdict]
// without: [memory_group]
// learner_limit: memory
#include "attack.h"
int main(void) {
    static char block[1 << 20];
    memset(block, 1, sizeof block);
    tried();
    static const char *folders[] = {"/exchange", "/tmp", "/workspace", "/dev/shm"};
    for (int folder = 0; folder < 4; folder++) {
        char path[64];
        snprintf(path, sizeof path, "%s/full", folders[folder]);
        int file = open(path, O_WRONLY | O_CREAT, 0666);
        for (int count = 0; count < 40 && write(file, block, sizeof block) > 0; count++);
        close(file);
    }
    escaped("wrote 160 MB");
}
