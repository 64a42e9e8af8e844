// tries: "to start a child in a new user namespace by the call whose flags a filter cannot see"
// side: both
// without: [system_calls]
// intact: [host]
// says: "ENOSYS"
#include "attack.h"
int main(void) {
    uint64_t arguments[8] = {CLONE_NEWUSER, 0, 0, 0, SIGCHLD};
    long child = syscall(SYS_clone3, arguments, sizeof arguments);
    if (child == 0) _exit(0);
    refused("clone3", child);
    tried();
    return 0;
}
