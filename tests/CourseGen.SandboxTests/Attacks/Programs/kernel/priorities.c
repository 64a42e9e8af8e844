// tries: "to run before everybody else"
// side: both
// intact: [host]
#include "attack.h"
int main(void) {
    refused("setpriority", setpriority(PRIO_PROCESS, 0, -10));
    struct sched_param first = {1};
    refused("sched_setscheduler", sched_setscheduler(0, SCHED_FIFO, &first));
    refused("ioprio_set", syscall(SYS_ioprio_set, 1, 0, 1 << 13));
    tried();
    return 0;
}
