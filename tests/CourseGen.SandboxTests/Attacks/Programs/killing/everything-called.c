// tries: "to end the checker while it waits for the program"
// side: called
// intact: [checker, verdict]
#include "attack.h"
int main(void) {
    kill(-1, SIGKILL);
    for (int process = 1; process < 40000; process++)
        if (process != getpid()) kill(process, SIGKILL);
    kill(getppid(), SIGSTOP);
    tried();
    return 0;
}
