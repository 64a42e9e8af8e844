// tries: "to compute for ever in short-lived processes, each under the limit of one"
// side: both
// ending: over cpu
// limits: {cpu_ms: 300, wall_ms: 9000}
// intact: [host]
// without: [processor]
#include "attack.h"
int main(void) {
    tried();
    struct rlimit limit = {1, 1};
    setrlimit(RLIMIT_CPU, &limit);
    while (1) {
        pid_t child = fork();
        if (child == 0) { for (volatile long n = 0; n < 20000000; n++); _exit(0); }
        waitpid(child, 0, 0);
    }
}
