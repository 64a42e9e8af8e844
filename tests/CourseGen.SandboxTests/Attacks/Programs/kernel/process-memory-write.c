// tries: "to write into the memory of another process"
// side: both
// without: [system_calls]
// intact: [host]
// says: "EPERM"
#include "attack.h"
int main(void) {
    static char target[16], text[] = "overwritten";
    pid_t child = fork();
    if (child == 0) { pause(); _exit(0); }
    struct iovec from = {text, 11}, to = {target, 11};
    refused("process_vm_writev", process_vm_writev(child, &from, 1, &to, 1, 0));
    kill(child, SIGKILL);
    tried();
    return 0;
}
