// tries: "to leave a picture of its memory behind"
// side: both
// intact: [host]
// says: "EPERM"
#include "attack.h"
int main(void) {
    struct rlimit all = {RLIM_INFINITY, RLIM_INFINITY};
    refused("setrlimit", setrlimit(RLIMIT_CORE, &all));
    chdir("/tmp");
    pid_t child = fork();
    if (child == 0) abort();
    waitpid(child, 0, 0);
    if (access("core", F_OK) == 0) escaped("left a core file");
    tried();
    return 0;
}
