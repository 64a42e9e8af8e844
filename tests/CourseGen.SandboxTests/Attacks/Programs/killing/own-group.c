// tries: "to end its process group and session, in case the engine is in it"
// side: both
// ending: exit 137
// intact: [processes]
#include "attack.h"
int main(void) {
    tried();
    signal(SIGUSR1, SIG_IGN);
    kill(0, SIGUSR1);
    killpg(getsid(0), SIGUSR1);
    kill(0, SIGKILL);
    return 0;
}
