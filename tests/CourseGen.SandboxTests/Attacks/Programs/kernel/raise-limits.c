// tries: "to raise the limits it was given"
// side: both
// intact: [host]
// says: "EPERM"
#include "attack.h"
int main(void) {
    static const int kinds[] = {RLIMIT_NOFILE, RLIMIT_CORE, RLIMIT_MEMLOCK, RLIMIT_MSGQUEUE, RLIMIT_SIGPENDING};
    for (unsigned i = 0; i < 5; i++) {
        struct rlimit limit;
        getrlimit(kinds[i], &limit);
        limit.rlim_max = limit.rlim_max == RLIM_INFINITY ? RLIM_INFINITY : limit.rlim_max * 2 + 1;
        limit.rlim_cur = limit.rlim_max;
        if (limit.rlim_max != RLIM_INFINITY) refused("setrlimit", setrlimit(kinds[i], &limit));
    }
    tried();
    return 0;
}
