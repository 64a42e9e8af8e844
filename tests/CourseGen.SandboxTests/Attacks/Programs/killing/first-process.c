// tries: "to end the first process of its box, and with it the box"
// side: both
// intact: [processes]
#include "attack.h"
int main(void) {
    kill(1, SIGKILL);
    kill(1, SIGSTOP);
    kill(getppid(), SIGKILL);
    usleep(50000);
    tried();
}
