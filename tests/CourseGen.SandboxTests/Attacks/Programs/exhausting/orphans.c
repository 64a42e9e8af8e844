// tries: "to leave so many orphans that nobody buries them and no process can start"
// side: both
// limits: {processes: 60}
// intact: [processes]
#include "attack.h"
int main(void) {
    for (int count = 0; count < 300; count++) {
        int status;
        pid_t child = fork();
        if (child < 0) { escaped("orphans are not buried"); return 1; }
        if (child == 0) { if (fork() == 0) _exit(0); _exit(0); }
        waitpid(child, &status, 0);
        if (count % 20 == 0) usleep(20000);
    }
    tried();
}
