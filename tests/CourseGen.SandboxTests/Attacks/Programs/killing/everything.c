// tries: "to end every process it may"
// side: both
// intact: [processes, checker, neighbour]
#include "attack.h"
int main(void) {
    pid_t child = fork();
    if (child == 0) { pause(); _exit(0); }
    kill(-1, SIGTERM);
    kill(-1, SIGKILL);
    for (int process = 1; process < 40000; process++)
        if (process != getpid()) kill(process, SIGKILL);
    tried();
}
