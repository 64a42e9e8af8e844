// tries: "to learn what processes share in the kernel"
// side: both
// without: [system_calls]
// intact: [host]
// says: "EPERM"
#include "attack.h"
int main(void) {
    refused("kcmp", syscall(SYS_kcmp, getpid(), getpid(), 1, 0, 0));
    tried();
    return 0;
}
