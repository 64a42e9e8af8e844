// tries: "to take memory as files, which lie in memory"
// side: both
// ending: over memory
// limits: {memory_mb: 48, disk_mb: 120}
// intact: [host]
// without: [memory_group]
#include "attack.h"
int main(void) {
    tried();
    static char block[1 << 20];
    memset(block, 1, sizeof block);
    int file = open("/tmp/full", O_WRONLY | O_CREAT, 0600);
    for (int count = 0; count < 100; count++) if (write(file, block, sizeof block) < 0) return 1;
    escaped("wrote 100 MB");
}
