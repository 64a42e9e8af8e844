// tries: "to take memory that belongs to no process alone"
// side: both
// ending: over memory
// limits: {memory_mb: 48}
// intact: [host]
// without: [memory_group]
#include "attack.h"
int main(void) {
    tried();
    char *all = mmap(0, 200 << 20, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    for (int place = 0; place < 200 << 20; place += 4096) all[place] = 1;
    escaped("took 200 MB");
}
