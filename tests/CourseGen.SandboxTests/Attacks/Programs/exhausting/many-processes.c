// tries: "to have more processes than it may"
// side: both
// ending: over processes
// limits: {processes: 30}
// intact: [processes]
// without: [process_group]
#include "attack.h"
int main(void) {
    tried();
    for (int count = 0; count < 200; count++) {
        pid_t child = fork();
        if (child < 0) return 1;
        if (child == 0) { sleep(20); _exit(0); }
    }
    escaped("started 200 processes");
}
