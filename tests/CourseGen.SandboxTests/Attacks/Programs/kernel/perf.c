// tries: "to count what the machine does"
// side: both
// without: [system_calls]
// intact: [host]
// says: "EPERM"
#include "attack.h"
#include <linux/perf_event.h>
int main(void) {
    struct perf_event_attr event = {.type = PERF_TYPE_SOFTWARE, .size = sizeof event, .config = PERF_COUNT_SW_TASK_CLOCK, .exclude_kernel = 1, .exclude_hv = 1};
    refused("perf_event_open", syscall(SYS_perf_event_open, &event, 0, -1, -1, 0));
    tried();
    return 0;
}
