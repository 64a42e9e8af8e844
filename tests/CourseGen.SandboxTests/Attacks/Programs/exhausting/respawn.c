// tries: "to come back as another process whenever it could be ended"
// side: both
// ending: over wall
// limits: {wall_ms: 700, processes: 200, cpu_ms: 4000}
// intact: [processes, next_run]
#include "attack.h"
int main(void) {
    tried();
    while (1) {
        usleep(10000);
        if (fork() != 0) pause();
        setsid();
    }
}
