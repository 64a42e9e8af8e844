// tries: "to trace the first process of its box"
// side: both
// without: [system_calls]
// intact: [host]
// says: "EPERM"
#include "attack.h"
int main(void) {
    refused("ptrace", ptrace(PTRACE_SEIZE, 1, 0, 0));
    refused("ptrace", ptrace(PTRACE_SEIZE, getppid(), 0, 0));
    tried();
    return 0;
}
