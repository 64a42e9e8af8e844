// tries: "to take every process while the checker waits"
// side: called
// limits: {processes: 30}
// intact: [checker, verdict]
// without: [process_group]
// learner_limit: processes
#include "attack.h"
int main(void) {
    tried();
    int count = 0;
    while (count < 200) {
        pid_t child = fork();
        if (child < 0) return 1;
        if (child == 0) { sleep(20); _exit(0); }
        count++;
    }
    escaped("started 200 processes");
}
