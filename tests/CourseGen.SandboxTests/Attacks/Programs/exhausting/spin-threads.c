// tries: "to compute for ever in many threads"
// side: both
// ending: over cpu
// limits: {cpu_ms: 300, wall_ms: 9000}
// intact: [host]
// without: [processor]
#include "attack.h"
static void *spin(void *nothing) { while (1); }
int main(void) {
    tried();
    pthread_t thread;
    for (int count = 0; count < 8; count++) pthread_create(&thread, 0, spin, 0);
    spin(0);
}
