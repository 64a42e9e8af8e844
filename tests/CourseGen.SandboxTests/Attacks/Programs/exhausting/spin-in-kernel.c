// tries: "to have the kernel compute for it"
// side: both
// ending: over cpu
// limits: {cpu_ms: 300, wall_ms: 9000}
// intact: [host]
// without: [processor]
#include "attack.h"
int main(void) {
    tried();
    int zero = open("/dev/zero", O_RDONLY), null = open("/dev/null", O_WRONLY);
    static char block[1 << 20];
    while (1) { read(zero, block, sizeof block); write(null, block, sizeof block); sched_yield(); }
}
