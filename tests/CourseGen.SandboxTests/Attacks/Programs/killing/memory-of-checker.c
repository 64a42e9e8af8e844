// tries: "to fill the memory while the checker waits, so that the kernel ends the checker"
// side: called
// limits: {memory_mb: 48}
// intact: [checker, verdict]
// without: [memory_group]
// learner_limit: memory
#include "attack.h"
int main(void) {
    tried();
    for (int taken = 0; taken < 200; taken += 4) {
        char *block = mmap(0, 4 << 20, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
        memset(block, 1, 4 << 20);
    }
    escaped("took 200 MB");
}
