// tries: "to hide a namespace flag of clone behind bits that the kernel ignores"
// side: both
// without: [system_calls]
// intact: [host]
// says: "EPERM"
#include "attack.h"
int main(void) {
    long child = syscall(SYS_clone, 0xffffffff00000000UL | CLONE_NEWUSER | SIGCHLD, 0, 0, 0, 0);
    if (child == 0) _exit(0);
    refused("clone", child);
    tried();
    return 0;
}
