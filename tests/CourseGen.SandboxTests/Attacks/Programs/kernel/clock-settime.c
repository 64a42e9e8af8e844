// tries: "to set the clock"
// side: both
// intact: [host]
// says: "EPERM"
#include "attack.h"
int main(void) {
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    refused("clock_settime", clock_settime(CLOCK_REALTIME, &now));
    struct timeval same = {now.tv_sec, 0};
    refused("settimeofday", settimeofday(&same, 0));
    tried();
    return 0;
}
