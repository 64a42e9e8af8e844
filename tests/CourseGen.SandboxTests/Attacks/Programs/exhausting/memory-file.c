// tries: "to take memory as a file without a name"
// side: both
// ending: over memory
// limits: {memory_mb: 48}
// intact: [host]
// without: [memory_group]
#include "attack.h"
int main(void) {
    tried();
    static char block[1 << 20];
    memset(block, 1, sizeof block);
    int file = memfd_create("x", 0);
    for (int count = 0; count < 200; count++) if (write(file, block, sizeof block) < 0) return 1;
    escaped("took 200 MB");
}
