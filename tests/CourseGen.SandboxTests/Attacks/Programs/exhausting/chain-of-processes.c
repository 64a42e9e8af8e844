// tries: "to pass on from child to child, each leaving its parent waiting"
// side: both
// ending: over processes
// limits: {processes: 30}
// intact: [processes]
// without: [process_group]
#include "attack.h"
int main(void) {
    tried();
    for (int depth = 0; depth < 200; depth++) {
        pid_t child = fork();
        if (child < 0) return 1;
        if (child > 0) {
            int status;
            waitpid(child, &status, 0);
            return WEXITSTATUS(status);
        }
    }
    escaped("200 processes deep");
}
