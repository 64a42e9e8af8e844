// tries: "to read the memory of another process"
// side: both
// without: [system_calls]
// intact: [host]
// says: "EPERM"
#include "attack.h"
int main(void) {
    static char secret[] = "of the child", copy[16];
    pid_t child = fork();
    if (child == 0) { pause(); _exit(0); }
    struct iovec to = {copy, 12}, from = {secret, 12};
    refused("process_vm_readv", process_vm_readv(child, &to, 1, &from, 1, 0));
    kill(child, SIGKILL);
    tried();
    return 0;
}
