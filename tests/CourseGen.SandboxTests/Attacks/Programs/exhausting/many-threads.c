// tries: "to have more threads than it may"
// side: both
// ending: over processes
// limits: {processes: 30}
// intact: [processes]
// without: [process_group]
#include "attack.h"
static void *wait_here(void *nothing) { sleep(20); return 0; }
int main(void) {
    tried();
    pthread_t thread;
    pthread_attr_t small;
    pthread_attr_init(&small);
    pthread_attr_setstacksize(&small, 16384);
    for (int count = 0; count < 200; count++)
        if (pthread_create(&thread, &small, wait_here, 0) != 0) _exit(1);
    escaped("started 200 threads");
    _exit(0);
}
