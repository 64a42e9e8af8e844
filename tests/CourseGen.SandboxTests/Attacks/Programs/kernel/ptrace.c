// tries: "to take over another process by tracing it"
// side: both
// without: [system_calls]
// intact: [host]
// says: "EPERM"
#include "attack.h"
int main(void) {
    pid_t child = fork();
    if (child == 0) { pause(); _exit(0); }
    refused("ptrace", ptrace(PTRACE_ATTACH, child, 0, 0));
    kill(child, SIGKILL);
    tried();
    return 0;
}
