// tries: "to take more memory than it may"
// side: both
// ending: over memory
// limits: {memory_mb: 48}
// intact: [host, checker]
// without: [memory_group]
#include "attack.h"
int main(void) {
    tried();
    for (int taken = 0; taken < 200; taken += 4) memset(malloc(4 << 20), 1, 4 << 20);
    escaped("took 200 MB");
}
