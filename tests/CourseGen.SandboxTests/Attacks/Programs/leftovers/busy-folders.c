// tries: "to leave folders that a process still stands in"
// side: learner
// intact: [processes, next_run]
#include "attack.h"
int main(void) {
    tried();
    if (fork() == 0) {
        setsid();
        mkdir("/workspace/busy", 0700);
        chdir("/workspace/busy");
        open("held", O_RDWR | O_CREAT, 0600);
        sleep(60);
    }
}
