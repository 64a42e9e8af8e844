// tries: "to reserve more than there is, and use what it can"
// side: both
// ending: over memory
// limits: {memory_mb: 48}
// intact: [host]
// without: [memory_group]
#include "attack.h"
int main(void) {
    tried();
    for (int count = 0; count < 64; count++) mmap(0, 1L << 40, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    char *all = mmap(0, 1L << 34, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    for (long place = 0; place < 200 << 20; place += 4096) all[place] = 1;
    escaped("used 200 MB");
}
