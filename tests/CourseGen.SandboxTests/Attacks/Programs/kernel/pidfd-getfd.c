// tries: "to take a descriptor out of another process"
// side: both
// without: [system_calls]
// intact: [host]
// says: "EPERM"
#include "attack.h"
int main(void) {
    pid_t child = fork();
    if (child == 0) { pause(); _exit(0); }
    int process = syscall(SYS_pidfd_open, child, 0);
    refused("pidfd_getfd", syscall(SYS_pidfd_getfd, process, 1, 0));
    kill(child, SIGKILL);
    tried();
    return 0;
}
